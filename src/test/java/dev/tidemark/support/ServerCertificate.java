package dev.tidemark.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A key and a self-signed certificate for a server, in the files that MySQL and MariaDB take. MariaDB could make its
 * own, but needs up to half a minute for them.
 *
 * @param key the file of the private key
 * @param certificate the file of the certificate
 */
public record ServerCertificate(Path key, Path certificate) {
    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "server";

    /** Makes both in {@code folder}. */
    static ServerCertificate in(Path folder) throws IOException {
        Path file = folder.resolve("server.p12");
        generate(file);
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, PASSWORD.toCharArray());
            return new ServerCertificate(
                    pem(folder, "PRIVATE KEY", store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()),
                    pem(folder, "CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void generate(Path file) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", ALIAS, "-keyalg", "RSA", "-keysize", "2048", "-validity", "7", "-dname", "CN=localhost",
                "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString());
        try {
            Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = keytool.inputReader().readAllAsString();
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool says: " + output);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path pem(Path folder, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                folder.resolve(kind.toLowerCase().replace(' ', '-') + ".pem"),
                "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
