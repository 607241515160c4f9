package io.minsheng.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import javax.net.ssl.SSLHandshakeException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import io.minsheng.correspondence.HandOver.Outcome;
import io.minsheng.correspondence.HandOver.Result;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.text.Texts;
import io.quarkus.runtime.StartupEvent;

/**
 * Any gateway that takes a message as one HTTP POST. What is put into the body, which header carries the secret, and which
 * answers mean yes and no, are settings. Redirects are not followed, and nothing is tried twice on the way.
 */
@ApplicationScoped
class HttpSmsGateway implements SmsGateway {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int SHOWN = 200;
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int SEE_OTHER = 303;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final SmsSettings settings;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECTING).build();

    HttpSmsGateway(SmsSettings settings) {
        this.settings = settings;
    }

    /** Wrong settings stop the start: they would otherwise show with the first message only. */
    void check(@Observes StartupEvent event) {
        if (!configured()) {
            return;
        }
        URI url = settings.url().orElseThrow();
        require(("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null,
                "MINSHENG_SMS_URL must be an http or https address");
        require(settings.contentType().startsWith(JSON) || settings.contentType().startsWith(FORM),
                "MINSHENG_SMS_CONTENT_TYPE must be " + JSON + " or " + FORM);
        require(settings.body().contains("{phone}") && settings.body().contains("{text}"),
                "MINSHENG_SMS_BODY must contain {phone} and {text}");
        settings.accepted().ifPresent(Pattern::compile);
        settings.refused().ifPresent(Pattern::compile);
        require(isHeader(), "MINSHENG_SMS_SECRET_HEADER or MINSHENG_SMS_SECRET cannot stand in a header");
    }

    /** The client's own complaint would say the secret. */
    private boolean isHeader() {
        try {
            request("", "", "");
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalStateException(what);
        }
    }

    @Override
    public boolean configured() {
        return settings.url().isPresent();
    }

    @Override
    public Outcome give(String phone, String text, String reference) {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request(phone, text, reference),
                head -> new BeginningOfBody());
        try {
            return outcome(answer.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Outcome(Result.UNKNOWN, "短信平台没有按时应答");
        } catch (ExecutionException e) {
            return new Outcome(neverConnected(e.getCause()) ? Result.LATER : Result.UNKNOWN,
                    "连接短信平台失败：" + e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(Result.UNKNOWN, "等待短信平台应答时被中断");
        }
    }

    private HttpRequest request(String phone, String text, String reference) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url().orElseThrow())
                .header("Content-Type", settings.contentType())
                .POST(HttpRequest.BodyPublishers.ofString(body(phone, text, reference)));
        settings.secret().ifPresent(secret -> request.header(settings.secretHeader(), secret));
        return request.build();
    }

    /** The message is written only after the handshake. */
    private static boolean neverConnected(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
    }

    private String body(String phone, String text, String reference) {
        UnaryOperator<String> written = settings.contentType().startsWith(FORM) ? each -> URLEncoder.encode(each, UTF_8)
                : each -> new String(JsonStringEncoder.getInstance().quoteAsString(each));
        StringBuilder body = new StringBuilder();
        // in one go: a text may itself contain {phone}
        var places = Pattern.compile("\\{(phone|text|reference)\\}").matcher(settings.body());
        int at = 0;
        while (places.find()) {
            String value = switch (places.group(1)) {
                case "phone" -> phone;
                case "text" -> text;
                default -> reference;
            };
            body.append(settings.body(), at, places.start()).append(written.apply(value));
            at = places.end();
        }
        return body.append(settings.body().substring(at)).toString();
    }

    /**
     * What an answer means (RFC 9110). A 5xx but 503 may come after the message went out, and so may a 2xx whose words are
     * neither yes nor no, and a 303, which says where to see what was done. A 4xx or another redirect did nothing; most often
     * the settings are wrong, so it is tried again later.
     */
    private Outcome outcome(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String said = "短信平台应答 " + status + "：" + Texts.shorten(Masking.freeText(Texts.cleanLine(answer.body())), SHOWN);
        boolean taken = status >= OK && status < REDIRECT;
        if (taken && contains(settings.accepted(), answer.body(), true)) {
            return new Outcome(Result.TAKEN, null);
        }
        if (status < SERVER_ERROR && contains(settings.refused(), answer.body(), false)) {
            return new Outcome(Result.REFUSED, said);
        }
        boolean nothingDone = status >= REDIRECT && status < SERVER_ERROR && status != SEE_OTHER || status == UNAVAILABLE;
        return new Outcome(nothingDone ? Result.LATER : Result.UNKNOWN, said);
    }

    private static boolean contains(Optional<String> pattern, String words, boolean without) {
        return pattern.map(each -> Pattern.compile(each).matcher(words).find()).orElse(without);
    }
}
