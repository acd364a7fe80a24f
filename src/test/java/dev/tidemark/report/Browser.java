package dev.tidemark.report;

import dev.tidemark.support.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium, driven by its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private final String session;
    private int lastId;

    private Browser(Path executable, Path profile) throws IOException {
        process = new ProcessBuilder(
                        executable.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
                        "--disable-background-networking", "--no-first-run", "--remote-debugging-port=0",
                        "--user-data-dir=" + profile, "about:blank")
                .redirectErrorStream(true)
                .start();
        socket = client.newWebSocketBuilder().buildAsync(address(), new Receiver()).join();
        String page = send("", "Target.createTarget", Map.of("url", "about:blank")).path("targetId").asString();
        session = send("", "Target.attachToTarget", Map.of("targetId", page, "flatten", true))
                .path("sessionId").asString();
        List.of("Page", "Runtime", "Log", "Network").forEach(domain -> send(domain + ".enable", Map.of()));
    }

    /** The executable on the PATH. */
    static Optional<Path> executable() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser with an empty profile in {@code folder}. */
    static Browser start(Path executable, Path folder) {
        try {
            return new Browser(executable, folder.resolve("profile"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Opens {@code file} in a window of this width, with this colour scheme; returns what happened until it was loaded. */
    List<JsonNode> open(Path file, int width, String scheme) {
        send("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        send("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        messages.clear();
        send("Page.navigate", Map.of("url", file.toUri().toString()));
        return awaitEvent("Page.loadEventFired");
    }

    /** The value of an expression in the page. */
    JsonNode evaluate(String expression) {
        return send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true))
                .path("result").path("value");
    }

    /** A picture of the whole page as PNG, in base 64. */
    String screenshot() {
        return send("Page.captureScreenshot", Map.of("captureBeyondViewport", true)).path("data").asString();
    }

    /** The page on paper as PDF, in base 64. */
    String print() {
        return send("Page.printToPDF", Map.of()).path("data").asString();
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private URI address() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                return URI.create(line.substring("DevTools listening on ".length()));
            }
        }
        throw new IOException("Chromium ended before it listened");
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        return send(session, method, parameters);
    }

    private JsonNode send(String receiver, String method, Map<String, ?> parameters) {
        int id = ++lastId;
        Map<String, Object> message = receiver.isEmpty()
                ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", receiver);
        socket.sendText(MAPPER.writeValueAsString(message), true).join();
        List<JsonNode> before = new ArrayList<>();
        while (true) {
            JsonNode next = next();
            if (next.path("id").asInt(-1) == id) {
                messages.addAll(before);
                if (next.has("error")) {
                    throw new AssertionError(method + ": " + next);
                }
                return next.path("result");
            }
            before.add(next);
        }
    }

    private List<JsonNode> awaitEvent(String method) {
        List<JsonNode> events = new ArrayList<>();
        do {
            events.add(next());
        } while (!events.getLast().path("method").asString("").equals(method));
        return events;
    }

    private JsonNode next() {
        try {
            JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Chromium said nothing for " + PATIENCE_SECONDS + " s");
            }
            return message;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(Json.parse(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
