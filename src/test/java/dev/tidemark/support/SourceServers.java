package dev.tidemark.support;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Finds or starts the server that the system property {@code tidemark.test.source} names: {@code embedded} (or
 * nothing), {@code embedded-tls} for one that encrypts, {@code docker}, or
 * {@code jdbc:mysql://user:password@host:port/} for one that runs already.
 */
public final class SourceServers {
    private static final String EXISTING = "jdbc:mysql://";

    private static SourceServer server;
    private static RuntimeException failure;

    private SourceServers() {}

    /**
     * The one server of this JVM, started by the first call. A server that cannot be started fails every call in the
     * same way, without another attempt: nothing is skipped for want of it.
     */
    public static synchronized SourceServer shared() {
        if (failure != null) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
        if (server == null) {
            server = remembered(() -> start(ownSource(
                    System.getProperty("tidemark.test.source", ""), System.getProperty("tidemark.test.forks", "1"))));
            System.err.println("Tests read from: " + server.description());
        }
        return server;
    }

    /** The source, if each JVM can have one of its own: some tests change the settings of the whole server. */
    static String ownSource(String source, String forks) {
        if (source.startsWith(EXISTING) && !forks.equals("1")) {
            throw new IllegalArgumentException("tidemark.test.source is one server, and the tests run in " + forks
                    + " JVMs. Try: -DforkCount=1.");
        }
        return source;
    }

    /** One more server of the kind that the tests read from, with this certificate; it encrypts by TLS 1.3 alone. */
    public static SourceServer startWithTls(ServerCertificate certificate) {
        return System.getProperty("tidemark.test.source", "").equals("docker")
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

    private static SourceServer remembered(Supplier<SourceServer> starter) {
        try {
            return starter.get();
        } catch (RuntimeException exception) {
            failure = exception;
            throw exception;
        }
    }
}
