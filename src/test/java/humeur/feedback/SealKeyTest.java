package humeur.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeyTest {
    @TempDir
    Path parent;

    @Test
    void isMadeOnceAndReadByAllOthers() throws IOException {
        byte[] first = SealKey.of(inFolder());
        assertThat(SealKey.of(inFolder())).isEqualTo(first).hasSize(32);
        assertThat(Files.readString(parent.resolve("feedback/key"))).matches("[0-9a-f]{64}");
    }

    @Test
    void isNobodyElsesToRead() throws IOException {
        SealKey.of(inFolder());
        assertThat(permissions("feedback")).isEqualTo("rwx------");
        assertThat(permissions("feedback/key")).isEqualTo("rw-------");
    }

    @Test
    void isNotMadeAnewWhereItIsDamaged() throws IOException {
        SealKey.of(inFolder());
        Path file = parent.resolve("feedback/key");
        Files.writeString(file, Files.readString(file).substring(1));
        assertThatIOException()
                .isThrownBy(() -> SealKey.of(inFolder()))
                .withMessageContaining(file.toString())
                .withMessageContaining("restore it");
    }

    @Test
    void survivesAProcessThatEndedWhileItMadeOne() throws IOException {
        Files.createDirectories(parent.resolve("feedback"));
        Files.writeString(parent.resolve("feedback/key.new"), "12");
        assertThat(SealKey.of(inFolder())).hasSize(32);
    }

    @Test
    void comesFromASettingWithoutAnyFile() throws IOException {
        FeedbackSettings settings =
                new FeedbackSettings(Optional.of(parent.resolve("feedback")), Optional.of("sixteen letters!"), 0);
        assertThat(SealKey.of(settings)).hasSize(32).isEqualTo(SealKey.of(settings));
        assertThat(parent.resolve("feedback")).doesNotExist();
        assertThat(settings.toString()).doesNotContain("sixteen");
    }

    @Test
    void isNoShortWord() {
        FeedbackSettings settings = new FeedbackSettings(Optional.of(parent), Optional.of("secret"), 0);
        assertThatIOException()
                .isThrownBy(() -> SealKey.of(settings))
                .withMessageContaining("HUMEUR_FEEDBACK_KEY")
                .withMessageNotContaining("secret");
    }

    private FeedbackSettings inFolder() {
        return new FeedbackSettings(Optional.of(parent.resolve("feedback")), Optional.empty(), 0);
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve(file)));
    }
}
