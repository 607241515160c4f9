package io.minsheng.triage.similar;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What the office has changed in the synonym table. */
@ApplicationScoped
class SynonymRows implements PanacheRepositoryBase<SynonymRow, String> {
}
