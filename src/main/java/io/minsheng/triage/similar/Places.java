package io.minsheng.triage.similar;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.minsheng.identity.Organisation;
import io.minsheng.identity.Organisations;

/** Which townships a text names, also without 镇 or 街道 and by other names people use. */
@Singleton
class Places {

    private final Organisations organisations;
    private final Map<String, String> bare = new ConcurrentHashMap<>();

    Places(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Codes of the townships that are named, and {@code township} itself if it is not null. */
    Set<String> of(String text, String township) {
        Set<String> codes = new LinkedHashSet<>();
        if (township != null) {
            codes.add(township);
        }
        for (Organisation each : organisations.townships()) {
            if (names(each).anyMatch(text::contains)) {
                codes.add(each.code());
            }
        }
        return codes;
    }

    String nameOf(String township) {
        return organisations.shortName(township);
    }

    private Stream<String> names(Organisation township) {
        String shorter = bare.computeIfAbsent(township.shortName(), full -> full.replaceFirst("(街道|镇|乡)$", ""));
        return Stream.concat(Stream.of(shorter), township.aliases().stream())
                .filter(name -> name.length() > 1);
    }
}
