package dev.tidemark.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * An authority that signs certificates of servers, like a company's own authority. Java's keytool makes the keys.
 *
 * @param folder the folder of all its files
 * @param certificate the file of its own certificate, which clients have to trust
 */
public record CertificateAuthority(Path folder, Path certificate) {
    private static final String PASSWORD = "changeit";
    private static final String NAME = "authority";

    /** A new authority in {@code folder}. */
    public static CertificateAuthority in(Path folder) throws IOException {
        Path certificate = folder.resolve("ca.pem");
        generate(folder, NAME, "CN=Authority of a test", "-ext", "bc:c");
        keytool(folder, NAME, "-exportcert", "-rfc", "-file", certificate.toString());
        return new CertificateAuthority(folder, certificate);
    }

    /** A key for a server, and a certificate for the name {@code host}. */
    public ServerCertificate issue(String host) throws IOException {
        generate(folder, "server", "CN=" + host);
        Path request = folder.resolve("server.csr");
        Path signed = folder.resolve("certificate.pem");
        keytool(folder, "server", "-certreq", "-file", request.toString());
        keytool(folder, NAME, "-gencert", "-rfc", "-infile", request.toString(), "-outfile", signed.toString(),
                "-ext", "san=dns:" + host);
        return new ServerCertificate(key(), signed);
    }

    private Path key() throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(folder.resolve("server.p12").toFile(), PASSWORD.toCharArray());
            byte[] key = store.getKey("server", PASSWORD.toCharArray()).getEncoded();
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return Files.writeString(
                    folder.resolve("key.pem"),
                    "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void generate(Path folder, String name, String subject, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-validity", "7", "-dname", subject));
        arguments.addAll(List.of(more));
        keytool(folder, name, arguments.toArray(String[]::new));
    }

    private static void keytool(Path folder, String name, String... arguments) throws IOException {
        Stream<String> command = Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()),
                Stream.concat(Stream.of(arguments), Stream.of(
                        "-alias", name, "-storetype", "PKCS12", "-storepass", PASSWORD,
                        "-keystore", folder.resolve(name + ".p12").toString())));
        try {
            Process keytool = new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
            String output = keytool.inputReader().readAllAsString();
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool says: " + output);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
