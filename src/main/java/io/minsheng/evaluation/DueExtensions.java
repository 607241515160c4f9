package io.minsheng.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All that departments asked for more time. */
@ApplicationScoped
public class DueExtensions implements PanacheRepositoryBase<DueExtension, String> {

    /** Oldest first, by part. */
    Map<String, List<DueExtension>> ofParts(Collection<Part> parts) {
        return parts.isEmpty() ? Map.of()
                : list("partId in ?1 order by askedAt, id", parts.stream().map(Part::id).toList()).stream()
                        .collect(Collectors.groupingBy(DueExtension::partId));
    }

    /** The newest of a part that is in this state. */
    Optional<DueExtension> of(Part part, ExtensionState state) {
        return find("partId = ?1 and state = ?2 order by askedAt desc, id desc", part.id(), state).firstResultOptional();
    }

    /** What is undecided about the deadline of this task. */
    Optional<DueExtension> askedOn(String workItem) {
        return find("workItem = ?1 and state = ?2", workItem, ExtensionState.ASKED).firstResultOptional();
    }
}
