package io.minsheng.triage.category.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.minsheng.identity.CurrentActor;
import io.minsheng.triage.category.SuggestCategory;
import io.minsheng.triage.category.SuggestCategory.Suggested;

/** Gives {@code triage/suggested.html} what it shows. */
@Named("categoriesOfCase")
@ApplicationScoped
public class CategoriesOfCase {

    private final SuggestCategory suggest;
    private final CurrentActor actor;

    CategoriesOfCase(SuggestCategory suggest, CurrentActor actor) {
        this.suggest = suggest;
        this.actor = actor;
    }

    public Suggested of(String caseNumber) {
        return suggest.forCase(caseNumber, actor.get());
    }
}
