package dev.tidemark.support;

import java.net.URI;

/**
 * Finds or starts the server that the system property {@code tidemark.test.source} names: {@code embedded} (or
 * nothing), {@code embedded-tls} for one that encrypts, {@code docker}, or
 * {@code jdbc:mysql://user:password@host:port/} for one that runs already.
 */
public final class SourceServers {
    private static final String EXISTING = "jdbc:mysql://";

    private static final ThreadLocal<SourceServer> OWN = ThreadLocal.withInitial(SourceServers::startOwn);

    private static RuntimeException failure;

    private SourceServers() {}

    /**
     * The server of this thread, started by its first call: some tests change the settings of a whole server, or watch
     * who is connected. One that cannot be started fails every call in the same way, without another attempt: nothing
     * is skipped for want of it.
     */
    public static SourceServer own() {
        return OWN.get();
    }

    /** Whether there is but one server, whoever asks. */
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

    /** One more server of the kind that the tests read from, with this certificate; it encrypts by TLS 1.3 alone. */
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
