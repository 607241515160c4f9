package io.minsheng.search.web;

import java.util.List;

import io.minsheng.platform.web.FormErrors;
import io.minsheng.proposal.Contact;
import io.minsheng.search.CaseFile;
import io.minsheng.workflow.ProcessPictures.Drawn;
import io.quarkus.qute.TemplateData;

/**
 * What the page of a case shows.
 *
 * @param pictures the drawn processes, the case's own first
 * @param contact the author's data in full, right after it was asked for; else null
 * @param queryCode a code just issued, the only time it can be read; else null
 */
@TemplateData
public record CasePage(CaseFile file, List<Drawn> pictures, Contact contact, String queryCode, FormErrors errors) {
}
