package dev.tidemark.mysql;

import dev.tidemark.failure.Causes;
import dev.tidemark.failure.TidemarkException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Explains failures of the login and of the TLS handshake: the driver's messages on certificates and key exchange do
 * not say what to do. It has no error codes for them.
 *
 * @param where the source's address
 */
record LoginFailures(String where) {
    private static final String TRUST = "add trustCertificateKeyStoreUrl=file:FILE with the authority's certificate to"
            + " the source URL, or use --source-tls required, which checks no certificate";

    /** The explained failure; empty for any other failure. */
    Optional<TidemarkException> explain(Throwable failure) {
        String told = Causes.of(failure)
                .map(cause -> String.valueOf(cause.getMessage()))
                .reduce("", (left, right) -> left + "\n" + right)
                .toLowerCase(Locale.ROOT);
        if (told.contains("public key retrieval is not allowed")) {
            return failed(
                    "The source at " + where + " would have to send the key that encrypts the password, which is not"
                            + " safe without TLS",
                    "--source-tls required; or, on a network that you trust, allowPublicKeyRetrieval=true in the"
                            + " source URL",
                    failure);
        }
        if (told.contains("identity verification failed") || told.contains("identity check failed")) {
            return failed(
                    "The certificate of the source at " + where + " is another host's",
                    "name the host as the certificate does, or use --source-tls verify-ca",
                    failure);
        }
        if (told.contains("not supported by server") || told.contains("not provided by server")) {
            return failed(
                    "The source at " + where + " offers no TLS",
                    "enable TLS on the server, or use --source-tls disabled on a network that you trust",
                    failure);
        }
        if (Causes.of(failure).anyMatch(CertificateException.class::isInstance)) {
            return failed(
                    "The certificate of the source at " + where + " is not trusted: it is self-signed, or of an"
                            + " authority that is not known here",
                    TRUST,
                    failure);
        }
        return Causes.of(failure)
                .filter(SSLException.class::isInstance)
                .findFirst()
                .flatMap(cause -> failed(
                        "TLS with the source at " + where + " failed: " + Causes.firstLine(cause),
                        "check the server's TLS versions and certificates, or choose another --source-tls",
                        failure));
    }

    private static Optional<TidemarkException> failed(String message, String hint, Throwable cause) {
        return Optional.of(TidemarkException.source(message, hint, cause));
    }
}
