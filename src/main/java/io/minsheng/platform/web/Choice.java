package io.minsheng.platform.web;

import io.quarkus.qute.TemplateData;

/** One choice of a select or radios tag. */
@TemplateData
public record Choice(String code, String name) {
}
