package io.minsheng.triage.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

import org.jboss.logging.Logger;

import io.minsheng.proposal.index.NearCases;
import io.minsheng.proposal.index.SentenceModel;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.http.HttpServerStart;

/**
 * Learns categories in the background: by the texts alone once the server answers, with sentence vectors once the model is
 * there,
 * and again whenever the office has confirmed more. Until a new model is ready the one before answers.
 */
@ApplicationScoped
public class LearnCategories {

    private static final Logger LOG = Logger.getLogger(LearnCategories.class);

    private final ConfirmedExamples confirmed;
    private final SentenceModel sentences;
    private volatile CategoryModel model;
    private volatile boolean stopped;
    private List<Example> shipped = List.of();
    private String learned = "";

    LearnCategories(ConfirmedExamples confirmed, SentenceModel sentences) {
        this.confirmed = confirmed;
        this.sentences = sentences;
    }

    /** Once the server answers: until then the start needs the processors. */
    void start(@ObservesAsync HttpServerStart event) {
        stopped = false;
        Thread first = new Thread(this::learn, "learn-categories");
        first.setDaemon(true);
        first.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Empty until something is learned. */
    Optional<CategoryModel> model() {
        return Optional.ofNullable(model);
    }

    /** Learns anew if there is something new to learn. */
    @Scheduled(identity = "learn-categories", every = "${minsheng.category.learn-interval:15m}", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void learn() {
        try {
            boolean withVectors = sentences.isLoaded();
            String mark = confirmed.mark() + "/" + withVectors;
            if (stopped || mark.equals(learned)) {
                return;
            }
            List<Example> own = confirmed.all();
            List<Example> examples = new ArrayList<>(shipped(withVectors));
            examples.addAll(own);
            if (!stopped) {
                model = CategoryModel.of(examples);
                learned = mark;
                LOG.debugf("事项类别已学习：共 %d 例，其中本单位确认 %d 例。", examples.size(), own.size());
            }
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.error("事项类别未能学习，沿用上一次的结果。", e);
            }
        }
    }

    private List<Example> shipped(boolean withVectors) {
        if (shipped.isEmpty()) {
            shipped = ShippedExamples.all();
        }
        if (withVectors && shipped.get(0).vector() == null) {
            shipped = shipped.stream().map(each -> stopped ? each
                    : each.with(sentences
                            .vector(NearCases.gist(each.title(), each.content())).orElse(null)))
                    .toList();
        }
        return shipped;
    }
}
