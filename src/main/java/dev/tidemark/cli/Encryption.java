package dev.tidemark.cli;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.ProviderException;
import java.security.spec.ECGenParameterSpec;
import javax.net.ssl.SSLContext;

/**
 * What encrypts a connection to the source: some hundreds of classes, and code that takes a tenth of a second for its
 * first pair of keys and no time for the next.
 */
final class Encryption {
    private Encryption() {}

    /** Begins to get it ready on a thread of its own, which keeps no process alive; nothing depends on it. */
    static void prepare() {
        Thread.ofPlatform().name("encryption").daemon().start(Encryption::practise);
    }

    private static void practise() {
        try {
            SSLContext.getInstance("TLS");
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            keys.generateKeyPair();
        } catch (GeneralSecurityException | ProviderException missing) {
            // A connection that wants it says so, and says what for.
            return;
        }
    }
}
