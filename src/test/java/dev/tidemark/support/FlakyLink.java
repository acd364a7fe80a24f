package dev.tidemark.support;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** One connection through a {@link FlakyProxy}, and the ways in which it can fail. */
public final class FlakyLink {
    private final Socket client;
    private final Socket server;
    private final FlakyProxy proxy;
    private final CountDownLatch gone = new CountDownLatch(1);
    private long allowance = Long.MAX_VALUE;
    private boolean cutAtEnd;
    private boolean answered;

    private FlakyLink(Socket client, Socket server, FlakyProxy proxy) {
        this.client = client;
        this.server = server;
        this.proxy = proxy;
    }

    static FlakyLink between(Socket client, Socket server, FlakyProxy proxy) throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        FlakyLink link = new FlakyLink(client, server, proxy);
        Thread.ofVirtual().start(() -> link.pump(link::passCommands));
        Thread.ofVirtual().start(() -> link.pump(link::passAnswers));
        return link;
    }

    /** Cuts the connection on both sides at once. */
    public void cut() {
        reset(client);
        reset(server);
        gone.countDown();
    }

    /** Cuts the connection after this many more bytes from the server. */
    public synchronized void cutAfter(long bytes) {
        allowance = bytes;
        cutAtEnd = true;
    }

    /** Passes on this many more bytes from the server and then nothing, but keeps the connection open. */
    public synchronized void stallAfter(long bytes) {
        allowance = bytes;
        cutAtEnd = false;
    }

    /** Answers a query to MySQL with an error instead of passing it on. */
    public void answer(int code, String sqlState, String message) {
        try {
            client.getOutputStream().write(new ErrorPacket(code, sqlState, message).bytes());
            answered = true;
        } catch (IOException clientIsGone) {
            cut();
        }
    }

    private void passCommands() throws IOException {
        DataInputStream commands = new DataInputStream(client.getInputStream());
        OutputStream out = new BufferedOutputStream(server.getOutputStream());
        byte[] message = proxy.protocol().read(commands, true);
        while (message.length > 0) {
            answered = false;
            proxy.query(this, proxy.protocol().query(message));
            if (!answered) {
                out.write(message);
                out.flush();
            }
            message = proxy.protocol().read(commands, false);
        }
    }

    private void passAnswers() throws IOException {
        InputStream answers = server.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[8192];
        for (int count = answers.read(buffer); count >= 0; count = answers.read(buffer)) {
            int passed = take(count);
            out.write(buffer, 0, passed);
            if (passed < count) {
                stop();
            }
        }
    }

    private synchronized int take(int count) {
        int passed = (int) Math.min(count, allowance);
        allowance -= passed;
        return passed;
    }

    private void stop() {
        if (cutAtEnd) {
            cut();
        }
        try {
            gone.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void pump(Pump pump) {
        try {
            pump.run();
        } catch (IOException oneSideIsGone) {
            // The other side follows.
        } finally {
            end();
        }
    }

    private void end() {
        close(client);
        close(server);
        gone.countDown();
    }

    // Without lingering, closing resets the connection instead of ending it in order.
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closedAlready) {
            return;
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Pump {
        void run() throws IOException;
    }
}
