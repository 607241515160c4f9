package io.minsheng.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.minsheng.platform.persistence.Settings;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Loads the sample suggestions: each comes in through its channel and is handled until it stands where it shall. What is done
 * is written down in the same transaction, so that a second start goes on where the first one stopped and doubles nothing.
 */
@Singleton
class LoadSamples {

    /** Kept value: {@code wanted} when the demo was set up with samples, {@code done} at the end. */
    static final String STATE = "demo.samples";
    static final String WANTED = "wanted";
    static final String DONE = "done";

    private static final Logger LOG = Logger.getLogger(LoadSamples.class);
    private static final String BEGAN = "demo.samples.began";
    private static final String SETTLED = " settled";
    private static final int REPORT_EVERY = 50;

    private final SamplePlan plan;
    private final RegisterSample register;
    private final HandleCase handle;
    private final HoldRound round;
    private final Settings settings;
    private final DemoClock clock;

    LoadSamples(SamplePlan plan, RegisterSample register, HandleCase handle, HoldRound round, Settings settings,
            DemoClock clock) {
        this.plan = plan;
        this.register = register;
        this.handle = handle;
        this.round = round;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asked before each sample, so that the program can stop in the middle. */
    interface Stopped {
        boolean now();
    }

    /** Loads what is not loaded yet. */
    void load(int limit, Stopped stopped) throws InterruptedException {
        if (!kept(STATE).filter(WANTED::equals).isPresent()) {
            return;
        }
        settings.putIfAbsent(BEGAN, clock.realTime().toString());
        List<Sample> samples = plan.samples(Instant.parse(kept(BEGAN).orElseThrow()), limit);
        Map<String, Goal> onList = new TreeMap<>();
        int done = 0;
        for (Sample each : samples) {
            if (stopped.now()) {
                return;
            }
            bringIn(each);
            if (each.goal().isOnPublishedList()) {
                kept(each.key()).ifPresent(caseNumber -> onList.put(caseNumber, each.goal()));
            }
            if (++done % REPORT_EVERY == 0) {
                LOG.infof("demo: %d of %d samples loaded", done, samples.size());
            }
        }
        finish(samples, onList);
        LOG.infof("demo: all %d samples loaded", samples.size());
    }

    private void finish(List<Sample> samples, Map<String, Goal> onList) throws InterruptedException {
        try {
            round.hold(onList);
        } catch (RuntimeException e) {
            LOG.error("demo: the list round could not be held", e);
        }
        samples.stream().filter(each -> each.goal().isOnPublishedList()).forEach(this::bringIn);
        QuarkusTransaction.requiringNew().run(() -> settings.put(STATE, DONE));
    }

    /** One sample that fails does not keep the others away. */
    private void bringIn(Sample sample) {
        try {
            Optional<String> known = kept(sample.key());
            if (known.isEmpty()) {
                register.bringIn(sample);
                known = kept(sample.key());
            }
            String caseNumber = known.orElseThrow();
            if (!caseNumber.endsWith(SETTLED)) {
                handle.bring(sample, caseNumber);
                settle(sample, caseNumber);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "demo: sample %d (%s, %s) could not be brought in", sample.number(), sample.channel(), sample.goal());
        }
    }

    /** From now on the case belongs to the people who try the demo; those on the list are not there yet. */
    private void settle(Sample sample, String caseNumber) {
        if (!sample.goal().isOnPublishedList()) {
            QuarkusTransaction.requiringNew().run(() -> settings.put(sample.key(), caseNumber + SETTLED));
        }
    }

    private Optional<String> kept(String name) {
        return QuarkusTransaction.requiringNew().call(() -> settings.get(name));
    }
}
