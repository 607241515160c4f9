package io.minsheng.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

/** A gateway on this machine that keeps what it is given and answers as it is told. */
final class SmsSink implements AutoCloseable {

    /** What was posted. */
    record Posted(String contentType, String secret, String body) {
    }

    final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{\"code\":0}";
    private volatile Duration delay = Duration.ZERO;

    SmsSink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(run -> {
            Thread thread = new Thread(run);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/send", exchange -> {
            posted.add(new Posted(exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("X-Key"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            try {
                Thread.sleep(delay.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    void answers(int code, String words) {
        this.status = code;
        this.answer = words;
        this.delay = Duration.ZERO;
    }

    void keepsSilentFor(Duration time) {
        this.delay = time;
    }

    SmsSettings settings(String contentType, String body) {
        return new Settings(Optional.of(URI.create("http://localhost:" + server.getAddress().getPort() + "/send")), contentType,
                body, "X-Key", Optional.of("s3cret"), Optional.of("\"code\":0\\b"), Optional.of("\"code\":17\\b"),
                Duration.ofMillis(700), 10, Duration.ofHours(1), "off");
    }

    /** The gateway is taken out of the settings. */
    static SmsSettings none() {
        return new Settings(Optional.empty(), "application/json", "", "X-Key", Optional.empty(), Optional.empty(),
                Optional.empty(), Duration.ofSeconds(1), 10, Duration.ofHours(1), "off");
    }

    SmsSettings json() {
        return settings("application/json; charset=utf-8", "{\"to\":\"{phone}\",\"say\":\"{text}\",\"id\":\"{reference}\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Settings(Optional<URI> url, String contentType, String body, String secretHeader, Optional<String> secret,
            Optional<String> accepted, Optional<String> refused, Duration patience, int receiptsPerDay,
            Duration giveUpAfter, String sendInterval)
            implements
                SmsSettings {
    }
}
