package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A network between Tidemark and a database server that fails on command. It reads the queries that pass through it, so that a
 * fault can strike at a certain one. Connections are not encrypted: {@link #url} tells the driver so.
 */
public final class FlakyProxy implements AutoCloseable {
    private final WireProtocol protocol;
    private final String host;
    private final int serverPort;
    private final int port;
    private final List<FlakyLink> links = new CopyOnWriteArrayList<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private ServerSocket listener;

    private FlakyProxy(WireProtocol protocol, String host, int serverPort) {
        this.protocol = protocol;
        this.host = host;
        this.serverPort = serverPort;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    /** A working network to this server. */
    public static FlakyProxy before(SourceServer server) {
        return new FlakyProxy(WireProtocol.MYSQL, server.host(), server.port());
    }

    /** A working network to the server of this JDBC URL, of PostgreSQL or of the MySQL family. */
    public static FlakyProxy before(String url) {
        URI uri = URI.create(url.substring("jdbc:".length()));
        WireProtocol protocol = uri.getScheme().equals("postgresql") ? WireProtocol.POSTGRESQL : WireProtocol.MYSQL;
        return new FlakyProxy(protocol, uri.getHost(), uri.getPort());
    }

    /** This JDBC URL through this network. */
    public String url(String direct) {
        return direct.replaceFirst("//[^/]*/", "//127.0.0.1:" + port + "/")
                + (direct.contains("?") ? "&" : "?")
                + (protocol == WireProtocol.POSTGRESQL ? "sslmode=disable" : "sslMode=DISABLED");
    }

    /** The JDBC URL of a schema through this network. */
    public String url(SakilaSchema schema) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema.name() + "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    /** A command line that reads the schema through this network. */
    public TidemarkCli through(TidemarkCli tidemark, SakilaSchema schema) {
        return tidemark.with("TIDEMARK_SOURCE_URL", url(schema));
    }

    /** Has {@code fault} strike once, at the next query that contains {@code part}, before the server receives it. */
    public void once(String part, Consumer<FlakyLink> fault) {
        times(1, part, fault);
    }

    /** Has {@code fault} strike at the next {@code times} queries that contain {@code part}. */
    public void times(int times, String part, Consumer<FlakyLink> fault) {
        faults.add(new Fault(part, fault, times));
    }

    /** The number of connections that were made. */
    public int connections() {
        return links.size();
    }

    /** From now on, connections are refused. */
    public synchronized void refuse() {
        closeListener();
    }

    /** From now on, connections are accepted again. */
    public synchronized void accept() {
        listener = listen(port);
    }

    @Override
    public synchronized void close() {
        closeListener();
        links.forEach(FlakyLink::cut);
    }

    /** The protocol of the server. */
    WireProtocol protocol() {
        return protocol;
    }

    /** Called by a link for each query before it goes to the server. */
    void query(FlakyLink link, String text) {
        for (Fault fault : faults) {
            if (fault.strikesAt(text)) {
                fault.action.accept(link);
                return;
            }
        }
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            Thread.ofVirtual().start(() -> acceptAll(socket));
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void acceptAll(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                links.add(FlakyLink.between(client, new Socket(host, serverPort), this));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void closeListener() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Fault {
        private final String part;
        private final Consumer<FlakyLink> action;
        private int left;

        private Fault(String part, Consumer<FlakyLink> action, int times) {
            this.part = part;
            this.action = action;
            this.left = times;
        }

        private synchronized boolean strikesAt(String text) {
            if (left == 0 || !text.contains(part)) {
                return false;
            }
            left--;
            return true;
        }
    }
}
