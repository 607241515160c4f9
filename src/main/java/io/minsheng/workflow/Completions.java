package io.minsheng.workflow;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Finds the completion of a queue and step. */
@Singleton
class Completions {

    private final Map<String, Completion<?>> byQueue = new HashMap<>();

    Completions(Instance<Completion<?>> completions) {
        for (Completion<?> completion : completions) {
            if (byQueue.put(key(completion.queue(), completion.step()), completion) != null) {
                throw new IllegalStateException("two completions for " + completion.queue() + " " + completion.step());
            }
        }
    }

    Completion<?> of(WorkItem item) {
        Completion<?> completion = byQueue.get(key(item.queue(), item.step()));
        if (completion == null) {
            throw new IllegalStateException("no completion for " + item.queue() + " " + item.step());
        }
        return completion;
    }

    private static String key(String queue, String step) {
        return step == null ? queue : queue + "/" + step;
    }
}
