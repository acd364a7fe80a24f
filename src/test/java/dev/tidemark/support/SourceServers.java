package dev.tidemark.support;

import java.net.URI;

/**
 * Finds or starts the server that the system property {@code tidemark.test.source} names: {@code embedded} (or
 * nothing), {@code embedded-tls} for one that encrypts, {@code docker}, or
 * {@code jdbc:mysql://user:password@host:port/} for a running one.
 */
public final class SourceServers {
    private static final String EXISTING = "jdbc:mysql://";

    private static final ThreadLocal<SourceServer> OWN = ThreadLocal.withInitial(SourceServers::startOwn);

    private static RuntimeException failure;

    private SourceServers() {}

    /**
     * The server of this thread, started by its first call. Threads share no server, because some tests change a
     * server's settings or watch its connections. If it cannot be started, every call fails in the same way without
     * another attempt; no test is skipped.
     */
    public static SourceServer own() {
        return OWN.get();
    }

    /** Whether all threads share one server. */
    static boolean areOne() {
        return configured().startsWith(EXISTING);
    }

    private static String configured() {
        return System.getProperty("tidemark.test.source", "");
    }

    private static synchronized SourceServer startOwn() {
        if (failure != null) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
        try {
            SourceServer started = start(configured());
            System.err.println("Source server: " + started.description());
            return started;
        } catch (RuntimeException exception) {
            failure = exception;
            throw exception;
        }
    }

    /** Another server of the tests' kind, with this certificate; it encrypts only with TLS 1.3. */
    public static SourceServer startWithTls(ServerCertificate certificate) {
        return configured().equals("docker")
                ? DockerMySql.startWithTls(certificate)
                : EmbeddedMariaDb.startWithTls(certificate);
    }

    static SourceServer start(String source) {
        return switch (source) {
            case "", "embedded" -> EmbeddedMariaDb.start();
            case "embedded-tls" -> EmbeddedMariaDb.startWithTls();
            case "docker" -> DockerMySql.start();
            default -> existing(source);
        };
    }

    private static SourceServer existing(String source) {
        if (!source.startsWith(EXISTING)) {
            throw new IllegalArgumentException("tidemark.test.source is '" + source
                    + "', not embedded, embedded-tls, docker or jdbc:mysql://user:password@host:port/");
        }
        URI uri = URI.create(source.substring("jdbc:".length()));
        String[] credentials = (uri.getUserInfo() == null ? "root" : uri.getUserInfo()).split(":", 2);
        int port = uri.getPort() < 0 ? 3306 : uri.getPort();
        return SourceServer.reached(
                "server at jdbc:mysql://" + uri.getHost() + ":" + port + "/, version %s",
                uri.getHost(), port, credentials[0], credentials.length < 2 ? "" : credentials[1]);
    }
}
