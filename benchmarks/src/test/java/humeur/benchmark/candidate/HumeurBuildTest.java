package humeur.benchmark.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import humeur.benchmark.candidate.Availability.Available;
import humeur.benchmark.candidate.Availability.Unavailable;
import humeur.benchmark.options.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HumeurBuildTest {
    @TempDir
    private Path project;

    private Path target;
    private HumeurBuild build;

    @BeforeEach
    void locate() {
        target = project.resolve("target");
        build = new HumeurBuild(project, target);
    }

    private static Candidate found(Availability availability) {
        return assertThat(availability)
                .asInstanceOf(type(Available.class))
                .actual()
                .candidate();
    }

    private Path file(String... path) throws IOException {
        Path file = target.resolve(Path.of(".", path)).normalize();
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    @Nested
    class The_native_package {
        @Test
        void is_started_in_its_own_folder() throws IOException {
            Path executable = file("azure-functions-native", "humeur");
            assertThat(executable.toFile().setExecutable(true)).isTrue();
            assertThat(found(build.nativePackage()).command()).containsExactly(executable.toString());
            assertThat(found(build.nativePackage()).directory()).isEqualTo(executable.getParent());
        }

        @Test
        void has_a_command_that_builds_it() {
            assertThat(build.nativePackage())
                    .asInstanceOf(type(Unavailable.class))
                    .extracting(Unavailable::remedy)
                    .asString()
                    .endsWith("humeur; build it: mvn package -Dnative");
        }

        @Test
        void is_not_a_file_that_cannot_be_executed() throws IOException {
            file("azure-functions-native", "humeur");
            assertThat(build.nativePackage()).isInstanceOf(Unavailable.class);
        }
    }

    @Nested
    class The_classes_of_the_native_package {
        private static final Path PROGRAM = Path.of("Direct.java");

        @Test
        void are_at_a_program_s_hand_where_the_package_lies() throws IOException {
            Path executable = file("azure-functions-native", "humeur");
            assertThat(executable.toFile().setExecutable(true)).isTrue();
            Path jar = file("humeur-1.0-native-image-source-jar", "humeur-1.0-runner.jar");
            Candidate direct = found(build.nativeClasses("direct", PROGRAM, List.of("bert")));
            assertThat(direct.name()).isEqualTo("direct");
            assertThat(direct.directory()).isEqualTo(executable.getParent());
            assertThat(direct.command()).endsWith("Direct.java", "bert");
            assertThat(direct.command())
                    .anyMatch(word -> word.endsWith(jar.resolveSibling("*") + ":" + jar.resolveSibling("lib/*")));
        }

        @Test
        void have_a_command_that_builds_them() throws IOException {
            assertThat(file("azure-functions-native", "humeur").toFile().setExecutable(true))
                    .isTrue();
            assertThatThrownBy(() ->
                            build.nativeClasses("direct", PROGRAM, List.of()).required())
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("no classes of the native package")
                    .hasMessageContaining("build it: mvn package -Dnative");
        }
    }

    @Nested
    class The_jar {
        @Test
        void is_run_in_the_project_that_holds_the_models() throws IOException {
            Path jar = file("humeur-1.0-runner.jar");
            file("humeur-1.0.jar");
            assertThat(found(build.onJvm()).command()).endsWith("-jar", jar.toString());
            assertThat(found(build.onJvm()).directory()).isEqualTo(project);
        }

        @Test
        void may_be_a_fast_jar() throws IOException {
            Path jar = file("quarkus-app", "quarkus-run.jar");
            assertThat(found(build.onJvm()).command()).endsWith(jar.toString());
        }

        @Test
        void has_a_command_that_builds_it() {
            assertThat(build.onJvm())
                    .asInstanceOf(type(Unavailable.class))
                    .extracting(Unavailable::remedy)
                    .asString()
                    .endsWith("build it: mvn package");
        }
    }
}
