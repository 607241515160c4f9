package io.minsheng.correspondence;

import java.util.List;

/** Owned here, implemented by the mail intake: which mailboxes are read, so that replies come to one of them. */
public interface ReadAddresses {

    /** User names of the mailboxes, the first one being the main one; mostly, but not always, mail addresses. */
    List<String> addresses();
}
