package io.minsheng.intake.mail.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.intake.mail.form.FilledForm;
import io.minsheng.intake.mail.form.FormField;
import io.minsheng.intake.mail.form.ReadForms;
import io.minsheng.intake.mail.reading.QuotedText;
import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.index.Grams;

/**
 * The suggestions in a mail: one per form that came along, one per form or numbered part in its text, else the text itself, or
 * the letter that came along where the text only points to it. What is sure enough becomes cases by itself; the rest waits for
 * a person, with all that was read.
 */
@Singleton
public class ReadSuggestions {

    /** Below it a person looks at title and content of a form first. */
    private static final double SURE = 0.75;
    private static final int MOST = 20;
    private static final int SHORTEST = 10;
    /** So many signs above a mail that is passed on say no more than that. */
    private static final int INTRODUCTION = 100;
    /** A text of so many signs besides a form may say more than the form. */
    private static final int LONG = 200;
    private static final String OF_ANOTHER = "建议写在转发的邮件里，请核对建议人和联系方式。";
    private static final String NOBODY = "转发时没有留下原发件人的地址，请向转发人询问。";

    private final DraftFromMail drafts;

    ReadSuggestions(DraftFromMail drafts) {
        this.drafts = drafts;
    }

    /**
     * What was read.
     *
     * @param doubt why a person must decide, in words for people; null if nobody has to
     */
    public record Read(List<ProposedCase> cases, String doubt) {

        /** What was read, without a case as yet. */
        public List<Suggestion> suggestions() {
            return cases.stream().map(ProposedCase::suggestion).toList();
        }
    }

    /** What a mail suggests, with the forms and letters that came with it. */
    public Read of(ReadMail mail, EnclosedForms enclosed, CampaignRules campaign) {
        String text = mail.written(mail.text());
        List<ProposedCase> cases = new ArrayList<>();
        List<String> doubts = new ArrayList<>(enclosed.troubles());
        if (LinkedFiles.isIn(mail)) {
            doubts.add("邮件带有超大附件或云附件的链接：文件不在邮件里，过期后不能再下载，请尽快打开查看。");
        }
        for (ReadForms.Found each : enclosed.forms()) {
            ProposedCase read = drafts.ofForm(each.form(), each.source(), mail, campaign);
            if (cases.stream().noneMatch(other -> SameWords.areIn(read, other))) {
                cases.add(read);
            }
        }
        for (FilledForm form : formsIn(mail, text)) {
            ProposedCase own = drafts.ofForm(form, Suggestion.BODY, mail, campaign);
            if (cases.stream().noneMatch(each -> each.draft().wish().title().equals(own.draft().wish().title()))) {
                cases.add(own);
            }
        }
        if (cases.isEmpty()) {
            CoveringNote note = QuotedText.isAll(mail.text()) ? CoveringNote.NOTHING
                    : CoveringNote.of(text, !mail.enclosures().isEmpty());
            boolean form = ReadForms.ofText(text).has(FormField.CONTENT);
            List<Writing> letters = note == CoveringNote.SAYS && !mail.isOnlyForwarded() ? List.of() : letters(mail, enclosed);
            if (!letters.isEmpty() && !form) {
                return ofLetters(letters, note, campaign, doubts);
            }
            if (form || note == CoveringNote.SAYS && !Writing.passesOn(mail)) {
                return ofText(Writing.body(mail), campaign, doubts);
            }
            return ofNote(mail, note, campaign, doubts);
        }
        besides(Writing.body(mail), campaign, cases, doubts);
        if (cases.stream().anyMatch(each -> each.isUnsure(SURE))) {
            doubts.add("表格中的名称或内容没有把握认准，请核对。");
        }
        return read(cases, doubts);
    }

    /** Forms in the text; a single one by lines is left to the text, which may have more than its form says. */
    private static List<FilledForm> formsIn(ReadMail mail, String text) {
        List<FilledForm> forms = ReadForms.ofHtml(mail.html());
        List<FilledForm> lines = ReadForms.allOfText(text);
        if (lines.size() > 1 && lines.size() >= forms.size()) {
            return lines;
        }
        return forms.stream().filter(each -> each.has(FormField.TITLE) && each.has(FormField.CONTENT)).toList();
    }

    private Read ofText(Writing written, CampaignRules campaign, List<String> doubts) {
        Writing text = written.signed();
        SplitBody.Parts split = split(text, campaign);
        if (split.kind() == SplitBody.Kind.ONE) {
            return read(List.of(drafts.ofText(text, campaign)), doubts);
        }
        if (split.kind() == SplitBody.Kind.MAYBE) {
            doubts.add("正文可能包含 " + split.parts().size() + " 条建议，请判断是分别登记还是作为一条登记。");
        }
        return read(split.parts().stream().map(each -> drafts.ofPart(each, text, campaign)).toList(), doubts);
    }

    /** The text says nothing of its own, and nothing that could be read came along: where the suggestion is, a person sees. */
    private Read ofNote(ReadMail mail, CoveringNote note, CampaignRules campaign, List<String> doubts) {
        Optional<Writing> passedOn = note == CoveringNote.NOTHING || Writing.passesOn(mail) ? Writing.passedOn(mail)
                : Optional.empty();
        if (passedOn.isPresent()) {
            return ofPassedOn(passedOn.get(), Writing.body(mail), campaign, doubts);
        }
        if (note != CoveringNote.SAYS) {
            whereItIs(mail, note).ifPresent(doubts::add);
        }
        return note != CoveringNote.NOTHING ? ofText(Writing.body(mail), campaign, doubts)
                : read(List.of(drafts.ofNote(Writing.body(mail), mail.enclosures().isEmpty(), campaign)), doubts);
    }

    /**
     * A few words above what is passed on introduce it; more of them may be a suggestion, which is left to a person as well.
     */
    private Read ofPassedOn(Writing passedOn, Writing above, CampaignRules campaign, List<String> doubts) {
        if (Texts.codePoints(above.fresh()) > INTRODUCTION && !QuotedText.isAll(above.text())) {
            doubts.add("这封邮件转发了别人的邮件，请判断建议是发件人自己的，还是写在转发的邮件里。");
            return ofText(above, campaign, doubts);
        }
        doubts.add(OF_ANOTHER + (passedOn.author().email() == null ? NOBODY : ""));
        return ofText(passedOn, campaign, doubts);
    }

    private static Optional<String> whereItIs(ReadMail mail, CoveringNote note) {
        List<ReadMail.Enclosure> files = mail.enclosures();
        boolean nothing = note == CoveringNote.NOTHING;
        List<String> empty = files.stream().filter(each -> each.content().length == 0).map(ReadMail.Enclosure::name).toList();
        if (!empty.isEmpty()) {
            return Optional.of("附件“" + String.join("”、“", empty) + "”是空的，可能没有上传成功，请联系来信人重发。");
        }
        if (files.isEmpty()) {
            return Optional.of(nothing ? "正文没有写明建议内容，也没有附件。" : "正文提到附件，但邮件没有附件。");
        }
        if (nothing) {
            return Optional.of("正文没有写明建议内容，请查看附件。");
        }
        return files.stream().allMatch(ReadMail.Enclosure::photo) ? Optional.empty()
                : Optional.of("正文提到附件，附件中没有能自动识别的文字，请查看附件。");
    }

    /** What the text suggests besides the forms that came along; mostly it says no more than that they did. */
    private void besides(Writing body, CampaignRules campaign, List<ProposedCase> cases, List<String> doubts) {
        String text = body.fresh();
        if (body.mail().isOnlyForwarded() || CoveringNote.of(text, true) == CoveringNote.NOTHING) {
            return;
        }
        Set<String> told = Grams.of(cases.stream().map(each -> each.draft().wish())
                .map(each -> each.title() + "\n" + each.content() + "\n" + each.reason()).collect(Collectors.joining("\n")));
        List<String> parts = SplitBody.of(text, false).parts().stream().filter(each -> !SameWords.areTold(each, told)).toList();
        if (!parts.isEmpty()) {
            parts.forEach(each -> cases.add(drafts.ofPart(each, body, campaign)));
            doubts.add("除征集表外，正文里可能还有 " + parts.size() + " 条建议，请判断是否一并登记。");
        } else if (Texts.codePoints(text) > LONG && !SameWords.areTold(text, told)) {
            doubts.add("除征集表外，正文还写了较多内容，请核对其中是否另有建议。");
        }
    }

    private SplitBody.Parts split(Writing text, CampaignRules campaign) {
        boolean form = ReadForms.ofText(text.fresh()).has(FormField.CONTENT);
        return form ? SplitBody.Parts.ONE
                : SplitBody.of(text.fresh(), Texts.codePoints(drafts.topic(text, campaign)) > 0);
    }

    /** What came along in running text: letters in documents, and mails that were forwarded as files. */
    private static List<Writing> letters(ReadMail mail, EnclosedForms enclosed) {
        List<Writing> letters = new ArrayList<>();
        Stream.concat(enclosed.letters().stream().map(each -> Writing.letter(each, mail)),
                mail.forwarded().stream().filter(each -> Texts.codePoints(each.text()) >= SHORTEST)
                        .map(each -> Writing.forwarded(each, mail)))
                .filter(each -> letters.stream().noneMatch(other -> SameWords.areIn(each.text(), other.text())))
                .forEach(letters::add);
        return letters;
    }

    /** One letter with a heading, or a subject that names what it wants, needs nobody; the rest does. */
    private Read ofLetters(List<Writing> letters, CoveringNote note, CampaignRules campaign, List<String> doubts) {
        List<ProposedCase> cases = new ArrayList<>();
        for (Writing each : letters) {
            SplitBody.Parts split = split(each, campaign);
            if (split.kind() == SplitBody.Kind.ONE) {
                cases.add(drafts.ofLetter(each, campaign));
            } else {
                split.parts().forEach(part -> cases.add(drafts.ofPart(part, each, campaign)));
                doubts.add("附件“" + each.source() + "”可能包含 " + split.parts().size() + " 条建议，请判断是分别登记还是作为一条登记。");
            }
        }
        if (letters.size() > 1) {
            doubts.add("附件中有 " + letters.size() + " 份文字材料，请判断是否分别登记。");
        }
        if (letters.stream().anyMatch(each -> each.author().another())) {
            doubts.add(OF_ANOTHER + (letters.stream().allMatch(each -> each.author().email() == null) ? NOBODY : ""));
        }
        if (note == CoveringNote.POINTS) {
            doubts.add("正文和附件各有内容，请对照核对。");
        } else if (doubts.isEmpty() && cases.stream().anyMatch(each -> each.isUnsure(SURE))) {
            doubts.add("建议写在附件中，没有把握认准名称或内容，请核对。");
        }
        return read(cases, doubts);
    }

    private static Read read(List<ProposedCase> cases, List<String> doubts) {
        List<String> all = new ArrayList<>(doubts);
        if (cases.size() > MOST) {
            all.add("一封邮件中有 " + cases.size() + " 条建议，请核对。");
        }
        for (int i = 0; i < cases.size(); i++) {
            String which = cases.size() == 1 ? "" : "第 " + (i + 1) + " 条：";
            Optional.of(cases.get(i).draft().gaps()).filter(each -> !each.isEmpty())
                    .ifPresent(each -> all.add(which + String.join("", each)));
        }
        return new Read(cases, all.isEmpty() ? null : String.join("", all));
    }
}
