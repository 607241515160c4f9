package io.minsheng.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.ScriptedSmtp;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;

/** The real mail client of the mailer against a server that greets at once, a new connection for every mail. */
class HandOverTest {

    private static final int MAILS = 300;

    private Vertx vertx;
    private ScriptedSmtp server;
    private MailClient client;

    @BeforeEach
    void start() throws IOException {
        vertx = Vertx.vertx();
        server = new ScriptedSmtp();
        client = MailClient.create(vertx, new MailConfig().setHostname("127.0.0.1").setPort(server.port()).setKeepAlive(false)
                .setStarttls(StartTLSOptions.DISABLED));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void everyConversationBeginsOnAnEventLoopSoThatNoGreetingIsMissed() {
        AtomicInteger elsewhere = new AtomicInteger();
        HandOver handOver = new HandOver(mailer(elsewhere), vertx);

        for (int i = 0; i < MAILS; i++) {
            assertThat(handOver.give(Mail.withText("a@example.org", "回执", "收到。")).result())
                    .isEqualTo(HandOver.Result.TAKEN);
        }

        assertThat(elsewhere).as("conversations begun on another thread").hasValue(0);
        assertThat(server.messageIds()).hasSize(MAILS);
    }

    private ReactiveMailer mailer(AtomicInteger elsewhere) {
        return mails -> Uni.createFrom().completionStage(() -> {
            if (!Context.isOnEventLoopThread()) {
                elsewhere.incrementAndGet();
            }
            return client.sendMail(new MailMessage().setFrom("minsheng@example.cn").setTo(mails[0].getTo())
                    .setSubject(mails[0].getSubject()).setText(mails[0].getText())).toCompletionStage();
        }).ifNoItem().after(Duration.ofSeconds(20)).fail().replaceWithVoid();
    }
}
