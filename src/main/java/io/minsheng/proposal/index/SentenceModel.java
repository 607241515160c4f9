package io.minsheng.proposal.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;

/**
 * The Chinese sentence model bge-small-zh-v1.5: texts that mean the same get vectors of 512 dimensions and length 1 that
 * point the same way. It lies in a jar and runs in this process; nothing is fetched. It and its native libraries are unpacked
 * into the data folder. Until it is loaded, or if it cannot be, everything works by the texts alone.
 */
@ApplicationScoped
public class SentenceModel {

    private static final Logger LOG = Logger.getLogger(SentenceModel.class);
    private static final String MODEL = "bge-small-zh-v1.5-q.onnx";
    private static final String TOKENS = "bge-small-zh-v1.5-q-tokenizer.json";
    private static final List<String> RUNTIME = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");
    /** A sign that the model does not know. */
    private static final String UNKNOWN = "\u2370";

    private final boolean on;
    private final Path folder;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Encoder encoder;
    private volatile boolean failed;

    public SentenceModel(@ConfigProperty(name = "minsheng.similarity.model", defaultValue = "on") String setting,
            @ConfigProperty(name = "minsheng.data-dir") Path dataFolder) {
        this.on = !"off".equalsIgnoreCase(setting.trim());
        this.folder = dataFolder.resolve("native").toAbsolutePath();
    }

    /** Begins to load it in the background, once; does nothing when it is switched off. */
    void loadInBackground() {
        if (on && begun.compareAndSet(false, true)) {
            Thread loader = new Thread(this::load, "sentence-model");
            loader.setDaemon(true);
            loader.start();
        }
    }

    /** Loads it now, and says in the log if that cannot be. */
    public void load() {
        try {
            long start = System.nanoTime();
            unpack();
            System.setProperty("ENGINE_CACHE_DIR", folder.toString());
            encoder = new Encoder(folder.resolve(MODEL));
            LOG.infof("句向量模型已载入（%d 毫秒）。", (System.nanoTime() - start) / 1_000_000);
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            failed = true;
            LOG.warn("句向量模型无法载入，相似建议只按文字比较。", e);
        }
    }

    /** Switched off, or not to be had. */
    boolean isOff() {
        return !on || failed;
    }

    public boolean isLoaded() {
        return encoder != null;
    }

    /** The vector of a text; empty while there is no model. Takes some 5 to 25 ms for 256 characters. */
    public Optional<float[]> vector(String text) {
        Encoder loaded = encoder;
        return loaded == null || text.isBlank() ? Optional.empty() : Optional.of(loaded.vector(text));
    }

    /** Those of a case; one without a title wants what its gist says. */
    Optional<SentenceVectors> vectors(IndexedCase each) {
        return vector(each.gist())
                .map(gist -> SentenceVectors.of(gist, vector(each.words().title()).orElse(gist)));
    }

    /**
     * Model and runtime, so that the system reads them from the disk as it needs them; and else the runtime would leave a
     * copy in the system's folder for temporary files at every start.
     */
    private void unpack() throws IOException {
        Files.createDirectories(folder);
        unpack(MODEL, MODEL);
        if (System.getProperty("os.name").startsWith("Linux")) {
            String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
            for (String name : RUNTIME) {
                unpack("ai/onnxruntime/native/linux-" + processor + "/" + name, name);
            }
            System.setProperty("onnxruntime.native.path", folder.toString());
        }
    }

    private void unpack(String packed, String name) throws IOException {
        Path part = Files.createTempFile(folder, name, ".part");
        try (InputStream bytes = resource(packed)) {
            Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream resource(String name) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
    }

    /** One thread per text and no memory kept between texts: the server has other things to do. */
    private static final class Encoder extends AbstractInProcessEmbeddingModel {

        private final OnnxBertBiEncoder model;

        Encoder(Path file) throws IOException, OrtException {
            super(Runnable::run);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                    InputStream bytes = resource(MODEL);
                    InputStream tokens = resource(TOKENS)) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setCPUArenaAllocator(false);
                options.setMemoryPatternOptimization(false);
                options.addConfigEntry("session.disable_prepacking", "1");
                this.model = new OnnxBertBiEncoder(environment, environment.createSession(file.toString(), options),
                        tokens, PoolingMode.CLS);
            }
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return model;
        }

        float[] vector(String text) {
            try {
                return embedded(text);
            } catch (IllegalArgumentException nothingToRead) {
                // it passes over control, private and replacement characters, and refuses a text of nothing else
                return embedded(UNKNOWN);
            }
        }

        private float[] embedded(String text) {
            return embedAll(List.of(TextSegment.from(text))).content().get(0).vector();
        }
    }
}
