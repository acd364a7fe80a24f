package dev.tidemark.cli;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * What encrypts a connection to the source: some hundreds of classes, and the first keys, which take long where the
 * next take no time.
 */
final class Encryption {
    /**
     * What Java 25 offers a server, in its own order but for P-384, which here precedes P-256: a first key of P-256 is
     * computed by way of a table that takes ten times as long as the key. Java offers a key of one curve of each kind
     * at once, X25519 and this one; a server that wants another asks for it.
     */
    static final String GROUPS_OF_KEYS = "x25519,secp384r1,secp256r1,secp521r1,x448,"
            + "ffdhe2048,ffdhe3072,ffdhe4096,ffdhe6144,ffdhe8192";

    private static final String GROUPS_OF_KEYS_PROPERTY = "jdk.tls.namedGroups";
    private static final int JAVA_OF_THESE_GROUPS = 25;

    private Encryption() {}

    /**
     * Begins to get it ready on a thread of its own, which keeps no process alive; nothing depends on it. To be called
     * before anything uses TLS: what Java offers a server is settled then.
     */
    static void prepare() {
        boolean known = Runtime.version().feature() == JAVA_OF_THESE_GROUPS;
        if (known && System.getProperty(GROUPS_OF_KEYS_PROPERTY) == null) {
            System.setProperty(GROUPS_OF_KEYS_PROPERTY, GROUPS_OF_KEYS);
        }
        Thread.ofPlatform()
                .name("encryption")
                .daemon()
                // Where something is missing, the connection that needs it fails of the same and says so.
                .uncaughtExceptionHandler((thread, failure) -> {})
                .start(Encryption::practise);
    }

    private static void practise() {
        try {
            // The greeting of a client, which no server gets.
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            SSLEngine client = context.createSSLEngine();
            client.setUseClientMode(true);
            client.beginHandshake();
            client.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(client.getSession().getPacketBufferSize()));
        } catch (GeneralSecurityException | SSLException missing) {
            throw new ProviderException(missing);
        }
    }
}
