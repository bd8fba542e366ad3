package humeur.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import humeur.azure.FunctionApp.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the package for Azure Functions holds, and what it asks of the machine that runs it. */
class NativePackageContentIT {
    private static final String LIBRARY = "libonnxruntime.so";
    private static final String BINDING = "libonnxruntime4j_jni.so";

    private static FunctionApp app;

    @BeforeAll
    static void find() {
        app = FunctionApp.customHandler(FunctionApp.assembled("azure-functions-native"));
    }

    @Nested
    class The_host_file {
        @Test
        void forwards_requests_to_an_executable_of_the_package() {
            JsonNode host = app.hostJson();

            assertThat(host.path("version").asText()).isEqualTo("2.0");
            assertThat(host.at("/customHandler/enableForwardingHttpRequest").isBoolean())
                    .isTrue();
            assertThat(host.at("/customHandler/enableForwardingHttpRequest").asBoolean())
                    .isTrue();
            assertThat(app.folder().resolve(app.command().get(0))).isExecutable();
        }

        @Test
        void leaves_the_paths_without_a_prefix() {
            JsonNode prefix = app.hostJson().at("/extensions/http/routePrefix");

            assertThat(prefix.isTextual()).isTrue();
            assertThat(prefix.asText()).isEmpty();
        }
    }

    @Nested
    class Each_function {
        @Test
        void has_a_name_that_the_host_takes() {
            assertThat(app.functions())
                    .extracting(Function::name)
                    .allMatch(name -> name.matches("[A-Za-z][\\w-]{0,126}"));
        }

        @Test
        void has_one_http_trigger_in_and_one_http_answer_out() {
            assertThat(app.functions()).isNotEmpty().allSatisfy(function -> {
                assertThat(function.bindings()).hasSize(2);
                JsonNode trigger = function.trigger();
                assertThat(trigger.path("direction").asText()).isEqualTo("in");
                assertThat(trigger.path("name").asText()).isNotEmpty();
                assertThat(trigger.path("authLevel").asText()).isEqualTo("anonymous");
                JsonNode answer = function.answer();
                assertThat(answer.path("direction").asText()).isEqualTo("out");
                assertThat(answer.path("name").asText()).isEqualTo("$return");
            });
        }

        @Test
        void takes_every_method_so_that_wrong_ones_are_refused_by_us() {
            assertThat(app.functions()).allSatisfy(function -> assertThat(function.methods())
                    .containsExactlyInAnyOrderElementsOf(FunctionApp.METHODS));
        }

        @Test
        void has_a_route_of_its_own() {
            assertThat(app.functions()).extracting(Function::route).doesNotHaveDuplicates();
        }
    }

    @Nested
    class The_routes {
        @Test
        void lead_each_path_of_the_openapi_document_to_one_function() {
            for (String path : OpenApiPaths.all()) {
                List<Function> takers = app.functions().stream()
                        .filter(function -> !function.route().isCatchAll()
                                && function.route().matches(path))
                        .toList();
                assertThat(takers).as(path).hasSize(1);
            }
        }

        @Test
        void lead_every_other_path_to_us_too() {
            assertThat(app.functions()).anyMatch(function -> function.route().isCatchAll());
        }
    }

    @Nested
    class The_models {
        @Test
        void are_those_of_the_repository() throws IOException {
            Path models = Path.of("onnx-models");
            try (Stream<Path> files = Files.walk(models).filter(Files::isRegularFile)) {
                assertThat(files.toList()).isNotEmpty().allSatisfy(file -> assertThat(
                                app.folder().resolve(file))
                        .hasSameBinaryContentAs(file));
            }
        }
    }

    @Nested
    class The_machine {
        private final Pattern glibc = Pattern.compile("GLIBC_(\\d+)\\.(\\d+)(?:\\.\\d+)?");

        @Test
        void needs_no_newer_glibc_than_the_readme_says() throws IOException {
            Matcher stated = Pattern.compile("glibc (\\d+)\\.(\\d+)").matcher(Files.readString(Path.of("README.md")));
            assertThat(stated.find()).as("README.md names a version of glibc").isTrue();

            for (String file : List.of(app.command().get(0), LIBRARY, BINDING)) {
                assertThat(ElfFile.requiredVersions(app.folder().resolve(file)))
                        .as("versions of glibc's symbols that %s needs", file)
                        .filteredOn(version -> version.startsWith("GLIBC_"))
                        .isNotEmpty()
                        .allMatch(version -> number(glibc.matcher(version), version) <= number(stated));
            }
        }

        @Test
        void needs_no_newer_processor_than_the_readme_says() throws IOException {
            String march =
                    buildReport().at("/general_info/graal_compiler/march").asText();

            assertThat(march).isEqualTo("x86-64-v2");
            assertThat(Files.readString(Path.of("README.md"))).contains(march);
        }

        private JsonNode buildReport() throws IOException {
            try (Stream<Path> files =
                    Files.find(Path.of("target"), 2, (path, attributes) -> path.endsWith("native-build.json"))) {
                return new ObjectMapper()
                        .readTree(files.findFirst().orElseThrow().toFile());
            }
        }

        private int number(Matcher version, String text) {
            assertThat(version.matches()).as(text).isTrue();
            return number(version);
        }

        private int number(Matcher version) {
            return Integer.parseInt(version.group(1)) * 1_000 + Integer.parseInt(version.group(2));
        }
    }

    @Nested
    class The_zip {
        private static final int ANYONE_EXECUTES = 0111;

        @TempDir
        Path folder;

        @Test
        void holds_the_same_files() throws IOException {
            try (ZipFile zip = open();
                    Stream<Path> files = Files.walk(app.folder()).filter(Files::isRegularFile)) {
                assertThat(Collections.list(zip.getEntries()).stream()
                                .filter(entry -> !entry.isDirectory())
                                .map(ZipArchiveEntry::getName))
                        .containsExactlyInAnyOrderElementsOf(files.map(app.folder()::relativize)
                                .map(Path::toString)
                                .toList());
            }
        }

        @Test
        void unpacks_to_an_app_that_runs() throws IOException {
            unpack();

            try (FunctionsHost host = FunctionsHost.start(FunctionApp.customHandler(folder), Map.of())) {
                host.predict("I love this").then().statusCode(200).body("sentiment", equalTo("Positive"));
            }
        }

        private ZipFile open() throws IOException {
            return ZipFile.builder()
                    .setPath(Path.of("target", "azure-functions-native.zip"))
                    .get();
        }

        /** As {@code unzip} does: with the permissions that the archive holds. */
        private void unpack() throws IOException {
            try (ZipFile zip = open()) {
                for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                    Path target = folder.resolve(entry.getName());
                    if (entry.isDirectory()) {
                        Files.createDirectories(target);
                        continue;
                    }
                    Files.createDirectories(target.getParent());
                    Files.copy(zip.getInputStream(entry), target);
                    boolean executable = (entry.getUnixMode() & ANYONE_EXECUTES) != 0;
                    assertThat(target.toFile().setExecutable(executable)).isTrue();
                }
            }
        }
    }
}
