package io.minsheng.identity;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Organisation.Kind;
import io.minsheng.platform.text.Tsv;
import io.quarkus.runtime.StartupEvent;

/** At the first start the departments and townships of the reference district are loaded. */
@Singleton
class LoadOrganisations {

    private final Organisations organisations;

    LoadOrganisations(Organisations organisations) {
        this.organisations = organisations;
    }

    @Transactional
    void start(@Observes @Priority(200) StartupEvent event) {
        if (organisations.count() > 0) {
            return;
        }
        int position = 0;
        for (Tsv.Row row : Tsv.resource("data/organisations.tsv")) {
            organisations.persist(new Organisation(row.get("code"), Kind.valueOf(row.get("kind")), row.get("name"),
                    row.get("shortName"), row.get("aliases").isEmpty() ? List.of() : List.of(row.get("aliases").split(",")),
                    position++));
        }
    }
}
