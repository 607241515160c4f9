package io.minsheng.implementation;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The livelihood projects. */
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<Project, String> {

    /** The project made from a candidate item. */
    public Optional<Project> ofItem(String item) {
        return item == null ? Optional.empty() : find("itemId", item).firstResultOptional();
    }

    /** The projects of a list, in its order. */
    public List<Project> ofList(String list) {
        return list("listId = ?1 order by position, id", list);
    }
}
