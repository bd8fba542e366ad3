package humeur.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same contract, against what the build has packaged: the native executable, or the jar. */
@QuarkusIntegrationTest
class ContractIT extends ContractTest {}
