package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.CertificateAuthority;
import dev.tidemark.support.SourceServer;
import dev.tidemark.support.SourceServers;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with a certificate of a private authority, set up as in the guide: Tidemark verifies its authority and host.
 */
class TlsTest {
    private static final String PASSWORD = "kept-in-no-message";

    @TempDir
    private static Path folder;

    private static SourceServer server;
    private static Path known;

    @BeforeAll
    static void startTheServer() throws IOException, InterruptedException {
        CertificateAuthority authority = CertificateAuthority.in(folder);
        server = SourceServers.startWithTls(authority.issue("localhost"));
        known = folder.resolve("known.p12");
        // The command of the guide, which asks for the password.
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-importcert", "-noprompt", "-alias", "ca", "-file", authority.certificate().toString(), "-keystore", known.toString(),
                        "-storetype", "PKCS12", "-storepass", PASSWORD)
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
    }

    @Test
    void aKnownAuthorityAndTheRightHostLetTheConnectionBeMade() {
        expect("verify-ca", "127.0.0.1", "&" + trust(), "no such schema");
        expect("verify-identity", "localhost", "&" + trust(), "no such schema");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        expect("verify-identity", "127.0.0.1", "&" + trust(),
                "The certificate of the source at 127.0.0.1:" + server.port() + "/none is another host's. Try: name the"
                        + " host as the certificate does, or use --source-tls verify-ca.");
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefused() {
        for (String mode : new String[] {"verify-ca", "verify-identity"}) {
            expect(mode, "localhost", "", "The certificate of the source at localhost:" + server.port()
                    + "/none is not trusted: it is self-signed, or of an authority that is not known here");
        }
    }

    @Test
    void aVersionThatTheServerDoesNotSpeakIsNamed() {
        expect("required", "localhost", "&tlsVersions=TLSv1.2",
                "TLS with the source at localhost:" + server.port() + "/none failed: ");
    }

    @Test
    void theStoresPasswordIsInNoMessage() {
        TidemarkCli.Result config = tidemark("verify-ca", "127.0.0.1", "&" + trust()).succeed("config");
        assertTrue(!config.out().contains(PASSWORD), config::out);
    }

    private static void expect(String mode, String host, String parameters, String expected) {
        String complaint = tidemark(mode, host, parameters).run("init").exitingWith(3).complaint();
        assertTrue(complaint.contains(expected), complaint);
        assertTrue(!complaint.contains(PASSWORD), complaint);
    }

    private static TidemarkCli tidemark(String mode, String host, String parameters) {
        return TidemarkCli.in(Map.of(
                "TIDEMARK_SOURCE_URL",
                "jdbc:mysql://" + host + ":" + server.port() + "/none?connectTimeout=10000" + parameters,
                "TIDEMARK_SOURCE_USERNAME", server.username(),
                "TIDEMARK_SOURCE_PASSWORD", server.password(),
                "TIDEMARK_SOURCE_TLS", mode,
                "TIDEMARK_WAREHOUSE", folder.resolve("analytics.db").toString()));
    }

    private static String trust() {
        return "trustCertificateKeyStoreUrl=file:" + known + "&trustCertificateKeyStorePassword=" + PASSWORD;
    }
}
