package io.minsheng.correspondence;

import java.util.Optional;

/** Owned here, implemented by the mail intake: what a receipt answers. */
public interface SourceMessages {

    /** The Message-ID, with brackets, of a received mail; empty when it had none that can be quoted. */
    Optional<String> messageIdOf(String inboxId);
}
