package io.minsheng.platform.once;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The answers that are kept for a while. */
@ApplicationScoped
public class KeptReplies implements PanacheRepositoryBase<KeptReply, String> {
}
