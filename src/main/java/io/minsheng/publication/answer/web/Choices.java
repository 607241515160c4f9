package io.minsheng.publication.answer.web;

import java.util.stream.Stream;

import io.minsheng.platform.error.Refusal;

/** Reads a choice from an address. */
final class Choices {

    private Choices() {
    }

    /**
     * The value of this name; null for nothing.
     *
     * @throws Refusal 400 another name
     */
    static <E extends Enum<E>> E one(E[] values, String name, String field) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Stream.of(values).filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "没有这个选项。"));
    }
}
