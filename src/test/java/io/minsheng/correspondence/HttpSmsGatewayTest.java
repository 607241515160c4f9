package io.minsheng.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.minsheng.correspondence.HandOver.Result;

class HttpSmsGatewayTest {

    private static final String TEXT = "【民生】\"您好\"\n{phone} 100% \\ 的答复";

    private final SmsSink sink = new SmsSink();

    @AfterEach
    void close() {
        sink.close();
    }

    private Result given(SmsSettings settings) {
        return new HttpSmsGateway(settings).give("13800001234", TEXT, "ref1").result();
    }

    @Test
    void postsJsonWithWhatIsPutInWrittenSafely() {
        assertThat(given(sink.json())).isEqualTo(Result.TAKEN);

        assertThat(sink.posted).singleElement().isEqualTo(new SmsSink.Posted("application/json; charset=utf-8", "s3cret",
                "{\"to\":\"13800001234\",\"say\":\"【民生】\\\"您好\\\"\\n{phone} 100% \\\\ 的答复\",\"id\":\"ref1\"}"));
    }

    @Test
    void postsAForm() {
        given(sink.settings("application/x-www-form-urlencoded", "mobile={phone}&content={text}"));

        assertThat(sink.posted.get(0).body())
                .isEqualTo("mobile=13800001234&content=" + URLEncoder.encode(TEXT, StandardCharsets.UTF_8));
    }

    @Test
    void saysOnlyWhatItKnows() {
        assertThat(answered(200, "{\"code\":0}")).isEqualTo(Result.TAKEN);
        assertThat(answered(200, "{\"code\":17}")).isEqualTo(Result.REFUSED);
        assertThat(answered(400, "{\"code\":17}")).isEqualTo(Result.REFUSED);
        assertThat(answered(200, "<html>?</html>")).isEqualTo(Result.UNKNOWN);
        assertThat(answered(302, "")).isEqualTo(Result.LATER);
        assertThat(answered(303, "")).as("done, and to be seen elsewhere").isEqualTo(Result.UNKNOWN);
        assertThat(answered(401, "who are you")).isEqualTo(Result.LATER);
        assertThat(answered(429, "slowly")).isEqualTo(Result.LATER);
        assertThat(answered(503, "later")).isEqualTo(Result.LATER);
        assertThat(answered(500, "{\"code\":17}")).isEqualTo(Result.UNKNOWN);
        assertThat(answered(504, "")).isEqualTo(Result.UNKNOWN);
        sink.keepsSilentFor(Duration.ofSeconds(2));
        assertThat(given(sink.json())).isEqualTo(Result.UNKNOWN);
        assertThat(sink.posted).as("each was posted once").hasSize(12);
        SmsSettings gone = sink.json();
        sink.close();
        assertThat(given(gone)).isEqualTo(Result.LATER);
    }

    @Test
    void keepsNoNumberOfWhatTheGatewaySays() {
        sink.answers(500, "x".repeat(190) + " 13800001234 is unknown");

        assertThat(new HttpSmsGateway(sink.json()).give("13800001234", TEXT, "ref1").error()).contains("xxx")
                .doesNotContain("1380000");
    }

    @Test
    void readsNoMoreThanTheBeginningOfAnAnswer() {
        sink.answers(200, "{\"code\":0}" + " ".repeat(1 << 20) + "\"code\":17");

        assertThat(given(sink.json())).isEqualTo(Result.TAKEN);
        sink.answers(400, " ".repeat(1 << 20) + "\"code\":17");
        assertThat(given(sink.json())).isEqualTo(Result.LATER);
    }

    /** A fatal alert (RFC 8446) in place of the server's hello: nothing of the message has left. */
    @Test
    void triesAgainWhereNoEncryptedConnectionComesAbout() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> {
                try (Socket client = server.accept()) {
                    client.getInputStream().read();
                    client.getOutputStream().write(new byte[] { 21, 3, 3, 0, 2, 2, 40 });
                    client.getOutputStream().flush();
                    client.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(given(at("https://localhost:" + server.getLocalPort() + "/send"))).isEqualTo(Result.LATER);
        }
    }

    private Result answered(int status, String words) {
        sink.answers(status, words);
        return given(sink.json());
    }

    @Test
    void doesNotStartWithSettingsThatCannotWork() {
        for (SmsSettings wrong : new SmsSettings[] { sink.settings("text/xml", "{phone}{text}"),
                sink.settings("application/json", "{\"to\":\"{phone}\"}"), at("ftp://localhost/send"), at("http:/send") }) {
            assertThatThrownBy(() -> new HttpSmsGateway(wrong).check(null)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("MINSHENG_SMS_");
        }
        new HttpSmsGateway(sink.json()).check(null);
    }

    @Test
    void saysNothingOfASecretThatCannotStandInAHeader() {
        SmsSettings right = sink.json();
        for (String[] wrong : new String[][] { { "X-Key", "hush\r\nX-Other: 1" }, { "X Key", "hush" }, { "Host", "hush" } }) {
            SmsSettings settings = new SmsSink.Settings(right.url(), right.contentType(), right.body(), wrong[0],
                    Optional.of(wrong[1]), Optional.empty(), Optional.empty(), Duration.ofSeconds(1), 10, Duration.ofHours(1),
                    "off");
            assertThatThrownBy(() -> new HttpSmsGateway(settings).check(null)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("MINSHENG_SMS_SECRET").hasNoCause()
                    .satisfies(each -> assertThat(each.getMessage()).doesNotContain("hush"));
        }
    }

    private static SmsSettings at(String url) {
        return new SmsSink.Settings(Optional.of(URI.create(url)), "application/json", "{phone}{text}", "X-Key",
                Optional.empty(),
                Optional.empty(), Optional.empty(), Duration.ofSeconds(1), 10, Duration.ofHours(1), "off");
    }
}
