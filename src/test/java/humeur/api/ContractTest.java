package humeur.api;

import io.quarkus.test.junit.QuarkusTest;

/** The contract over HTTP inside this JVM. */
@QuarkusTest
class ContractTest extends HttpContract {}
