package io.minsheng.publication;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What second people have found to be no personal data. */
@ApplicationScoped
class Clearances implements PanacheRepositoryBase<Clearance, String> {

    /** Of a list, by the key of the finding. */
    Map<String, Clearance> of(String list) {
        List<Clearance> all = list("listId", list);
        return all.stream().collect(Collectors.toMap(Clearance::finding, Function.identity()));
    }
}
