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
 * @param end what the server is to Tidemark
 * @param where the server's address
 */
record LoginFailures(End end, String where) {
    /** The explained failure; empty for any other failure. */
    Optional<TidemarkException> explain(Throwable failure) {
        String told = Causes.of(failure)
                .map(cause -> String.valueOf(cause.getMessage()))
                .reduce("", (left, right) -> left + "\n" + right)
                .toLowerCase(Locale.ROOT);
        if (told.contains("public key retrieval is not allowed")) {
            return failed(
                    "The " + end + " at " + where + " would have to send the key that encrypts the password, which is not"
                            + " safe without TLS",
                    end.setting("tls") + " required; or, on a network that you trust, allowPublicKeyRetrieval=true in the "
                            + end + " URL",
                    failure);
        }
        if (told.contains("identity verification failed") || told.contains("identity check failed")) {
            return failed(
                    "The certificate of the " + end + " at " + where + " is another host's",
                    "name the host as the certificate does, or use " + end.setting("tls") + " verify-ca",
                    failure);
        }
        if (told.contains("not supported by server") || told.contains("not provided by server")) {
            return failed(
                    "The " + end + " at " + where + " offers no TLS",
                    "enable TLS on the server, or use " + end.setting("tls") + " disabled on a network that you trust",
                    failure);
        }
        if (Causes.of(failure).anyMatch(CertificateException.class::isInstance)) {
            return failed(
                    "The certificate of the " + end + " at " + where + " is not trusted: it is self-signed, or of an"
                            + " authority that is not known here",
                    "add trustCertificateKeyStoreUrl=file:FILE with the authority's certificate to the " + end
                            + " URL, or use " + end.setting("tls") + " required, which checks no certificate",
                    failure);
        }
        return Causes.of(failure)
                .filter(SSLException.class::isInstance)
                .findFirst()
                .flatMap(cause -> failed(
                        "TLS with the " + end + " at " + where + " failed: " + Causes.firstLine(cause),
                        "check the server's TLS versions and certificates, or choose another " + end.setting("tls"),
                        failure));
    }

    private Optional<TidemarkException> failed(String message, String hint, Throwable cause) {
        return Optional.of(End.failed(end, message, hint, cause));
    }
}
