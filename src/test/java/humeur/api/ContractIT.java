package humeur.api;

import humeur.azure.PackagedService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same contract, against what the build has packaged: the native executable, or the jar. */
@ExtendWith(PackagedService.class)
@QuarkusIntegrationTest
class ContractIT extends HttpContract {}
