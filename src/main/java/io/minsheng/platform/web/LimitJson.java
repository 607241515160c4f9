package io.minsheng.platform.web;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.jackson.ObjectMapperCustomizer;

/**
 * Requests may be as large as a mail, but JSON is held in memory, and the largest that anybody needs is a list of some hundred
 * projects: what is longer is not read any further and answered by 413.
 */
@Singleton
public class LimitJson implements ObjectMapperCustomizer {

    private static final int LONGEST = 4 * 1024 * 1024;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(mapper.getFactory().streamReadConstraints().rebuild()
                .maxDocumentLength(LONGEST).maxStringLength(LONGEST).build());
    }
}
