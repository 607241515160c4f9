package io.minsheng.demo;

import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.minsheng.platform.persistence.Leases;
import io.minsheng.platform.persistence.NodeName;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Loads the samples on a thread of its own after the start; of several nodes one does it. */
@Singleton
class LoadInBackground {

    private static final Logger LOG = Logger.getLogger(LoadInBackground.class);
    private static final String LEASE = "demo-samples";
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DemoSettings settings;
    private final LoadSamples samples;
    private final Leases leases;
    private final NodeName node;
    private volatile boolean stopped;
    private volatile Thread loader;

    LoadInBackground(DemoSettings settings, LoadSamples samples, Leases leases, NodeName node) {
        this.settings = settings;
        this.samples = samples;
        this.leases = leases;
        this.node = node;
    }

    void start(@Observes @Priority(900) StartupEvent event) {
        if (settings.enabled() && settings.samples()) {
            stopped = false;
            loader = new Thread(this::load, "demo-samples");
            loader.setDaemon(true);
            loader.start();
        }
    }

    /** The sample under way is finished, so that nothing breaks off in the middle of a connection. */
    void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (loader != null) {
            loader.join(PATIENCE.toMillis());
        }
    }

    private void load() {
        try {
            samples.load(settings.sampleLimit(), () -> stopped || !leases.tryAcquire(LEASE, node.value(), LENGTH));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("demo: loading the samples broke off; the next start goes on", e);
        }
    }
}
