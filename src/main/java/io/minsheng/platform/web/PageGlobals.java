package io.minsheng.platform.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;

/** Names that every template knows. */
@TemplateGlobal
final class PageGlobals {

    private PageGlobals() {
    }

    static PageFrame frame() {
        return Arc.container().instance(PageFrame.class).get();
    }
}
