package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class EncryptionTest {
    // In a process of its own: this one may have settled what it offers before.
    @Test
    void offersServersAllThatJavaWould() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("java.class.path"), Groups.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String offered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor());

        assertEquals(sorted(offered), sorted(Encryption.GROUPS_OF_KEYS));
    }

    private static Set<String> sorted(String groups) {
        return new TreeSet<>(List.of(groups.split(",")));
    }

    /** Prints the groups of keys that Java offers servers unless told otherwise. */
    static final class Groups {
        public static void main(String[] arguments) throws NoSuchAlgorithmException {
            System.out.println(String.join(
                    ",", SSLContext.getDefault().getDefaultSSLParameters().getNamedGroups()));
        }
    }
}
