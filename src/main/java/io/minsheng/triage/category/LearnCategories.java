package io.minsheng.triage.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

import org.jboss.logging.Logger;

import io.minsheng.proposal.index.SentenceModel;
import io.minsheng.triage.category.ConfirmedExamples.Confirmed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.http.HttpServerStart;

/**
 * Learns categories in the background: by the texts alone once the server answers, with sentence vectors once the model
 * is there, and again whenever the office has confirmed more. Until a new model is ready the one before answers.
 */
@ApplicationScoped
public class LearnCategories {

    private static final Logger LOG = Logger.getLogger(LearnCategories.class);

    private final ConfirmedExamples confirmed;
    private final SentenceModel sentences;
    private final Meanings meanings;
    private volatile CategoryModel model;
    private volatile boolean stopped;
    private List<Example> shipped = List.of();
    /** Of the confirmed ones, by their text: they cost a while, and stay the same from one time to the next. */
    private Map<String, float[]> known = Map.of();
    private String learned = "";

    LearnCategories(ConfirmedExamples confirmed, SentenceModel sentences, Meanings meanings) {
        this.confirmed = confirmed;
        this.sentences = sentences;
        this.meanings = meanings;
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
            List<Example> own = confirmed(withVectors);
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

    private List<Example> confirmed(boolean withVectors) {
        List<Confirmed> all = confirmed.all();
        if (!withVectors) {
            return all.stream().map(Confirmed::example).toList();
        }
        Map<String, float[]> now = new HashMap<>();
        List<Example> examples = new ArrayList<>();
        for (Confirmed each : all) {
            float[] vector = known.get(text(each.example()));
            if (vector == null && each.gist() != null && !stopped) {
                vector = meanings.of(each.example().title(), each.example().content(), each.gist()).orElse(null);
            }
            if (vector != null) {
                now.put(text(each.example()), vector);
            }
            examples.add(each.example().with(vector));
        }
        known = now;
        return examples;
    }

    private static String text(Example each) {
        return each.title() + "\n" + each.content();
    }

    private List<Example> shipped(boolean withVectors) {
        if (shipped.isEmpty()) {
            shipped = ShippedExamples.all();
        }
        if (withVectors && shipped.get(0).vector() == null) {
            shipped = shipped.stream()
                    .map(each -> stopped ? each : each.with(meanings.of(each.title(), each.content(), null).orElse(null)))
                    .toList();
        }
        return shipped;
    }
}
