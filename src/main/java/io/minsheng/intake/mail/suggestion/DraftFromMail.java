package io.minsheng.intake.mail.suggestion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Category;
import io.minsheng.identity.Organisation;
import io.minsheng.identity.Organisations;
import io.minsheng.intake.mail.form.FilledForm;
import io.minsheng.intake.mail.form.FormField;
import io.minsheng.intake.mail.form.ReadCategory;
import io.minsheng.intake.mail.form.ReadForms;
import io.minsheng.intake.mail.form.Reading;
import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.NewProposal.Wish;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Target;

/** Reads a suggestion from subject and body. Contact lines go to the author, not into the content that colleagues see. */
@ApplicationScoped
class DraftFromMail {

    private static final int TITLE_MIN = 4;
    private static final int TITLE_MAX = 60;
    /** A first clause of so many signs names what is wished. */
    private static final int CLAUSE = 6;
    private static final int CONTENT_MIN = 10;
    private static final int CONTENT_MAX = 5000;
    private static final int REASON_MAX = 2000;
    private static final int OTHER_MAX = 200;
    private static final String FURTHER = "……（全文见邮件原件）";
    private static final Pattern SALUTATION = Pattern
            .compile("^(?:尊敬的|敬爱的|亲爱的)?[\\p{IsHan}\\s、/]{0,20}(?:您好|你好)?[：:，,。！!\\s]*$");
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?；;\\n]");
    private static final Pattern HEADING = Pattern
            .compile("[\\s　《]*(?:关于.{4,50}|(?!我|本人|以下|几点|一点|如下).{6,50}(?:建议|意见|提案|请求|诉求|呼吁|倡议)(?:书|信)?)[》\\s　]*");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,19}");
    private static final Pattern PERSON = Pattern.compile("[\\p{IsHan}·]{2,6}");
    private static final String OTHER = "OTHER";
    private static final Pattern SEVERAL = Pattern
            .compile("^[^\\p{IsHan}]*(?:[两二三四五六七八九十几\\d]{1,2}|若干|多)(?:条|点|个|项|件)(?:建议|意见|事)?[^\\p{IsHan}]*$");
    private static final Pattern CLOSING = Pattern.compile("\\n[\\s　]*此致[\\s\\S]{0,60}$");
    private static final double GUESSED = 0.5;
    /** Nobody said a category. */
    private static final double UNSAID = 0.3;
    private static final double PART = 0.8;
    private static final double LETTER = 0.8;
    private static final double TOWNSHIP = 0.9;
    private static final double SENDER = 0.9;
    /** A number without a label below the text. */
    private static final double SIGNED = 0.6;
    /** Somebody else passed the mail on, and may have written what he liked above it. */
    private static final double QUOTED = 0.7;

    private final Organisations organisations;

    DraftFromMail(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The suggestion that the whole text of a mail makes, with lines like 建议内容：… where it has them. */
    ProposedCase ofText(Writing text, CampaignRules campaign) {
        FilledForm form = ReadForms.ofText(text.fresh());
        String content = content(form, text.fresh());
        String said = form.get(FormField.TITLE).map(Texts::cleanLine).filter(DraftFromMail::names).orElse("");
        String subject = topic(text, campaign);
        boolean same = !said.isEmpty() && (subject.isEmpty() || subject.equals(said));
        Guess title = new Guess(titled(subject, said, content), same ? sure(form, FormField.TITLE) : GUESSED);
        return proposed(text.source(), text.author(), campaign, form, title,
                new Guess(content, form.has(FormField.CONTENT) ? sure(form, FormField.CONTENT) : GUESSED));
    }

    /**
     * What a mail suggests that says nothing but in its subject, or in files that only a person can read: who sent it, and no
     * words that somebody would have to delete.
     *
     * @param subjectSays whether there is nothing else that could say it
     */
    ProposedCase ofNote(Writing note, boolean subjectSays, CampaignRules campaign) {
        String topic = topic(note, campaign);
        String content = subjectSays && Texts.codePoints(topic) >= CONTENT_MIN ? topic : "";
        return proposed(note.source(), note.author(), campaign, ReadForms.ofText(note.fresh()), new Guess(topic, GUESSED),
                new Guess(content, GUESSED));
    }

    /** The suggestion of a letter: its heading, or the subject of the mail, names what is wished. */
    ProposedCase ofLetter(Writing letter, CampaignRules campaign) {
        FilledForm form = ReadForms.ofText(letter.fresh());
        String whole = content(form, letter.fresh());
        String heading = heading(whole);
        String below = whole.substring(heading.length()).strip();
        String content = Texts.codePoints(below) < CONTENT_MIN ? whole : below;
        String named = heading.isEmpty() ? topic(letter, campaign) : Texts.cleanLine(heading);
        boolean complete = !content.endsWith(FURTHER);
        return proposed(letter.source(), letter.author(), campaign, form,
                new Guess(titled("", named, content), named.isEmpty() ? GUESSED : LETTER),
                new Guess(content, complete ? LETTER : GUESSED));
    }

    /** The suggestion of a form; what the form leaves open is not taken from elsewhere, but for the sender's address. */
    ProposedCase ofForm(FilledForm form, String source, ReadMail mail, CampaignRules campaign) {
        String content = fitting(form.get(FormField.CONTENT).orElse(""));
        String said = form.get(FormField.TITLE).map(Texts::cleanLine).filter(DraftFromMail::names).orElse("");
        Guess title = new Guess(titled("", said, content), said.isEmpty() ? GUESSED : sure(form, FormField.TITLE));
        // clerks send forms for others
        Writing.Author sender = Writing.Author.sending(mail);
        return proposed(source, source.equals(Suggestion.BODY) ? sender : sender.unnamed(), campaign, form, title,
                new Guess(content, form.has(FormField.CONTENT) ? sure(form, FormField.CONTENT) : 0));
    }

    /** The suggestion of a numbered part of the text; who proposes it may stand anywhere in the text. */
    ProposedCase ofPart(String part, Writing text, CampaignRules campaign) {
        FilledForm form = ReadForms.ofText(text.fresh());
        String content = fitting(withoutClosing(ReadForms.remainder(part)));
        String heading = Texts.cleanLine(content.split("\n", 2)[0]).replaceAll("[。；;，,：:]+$", "");
        boolean titled = content.contains("\n") && names(heading) && Texts.codePoints(heading) <= TITLE_MAX;
        String clause = content.split("[，,。；;：:！!\\n]", 2)[0].strip();
        if (!titled && Texts.codePoints(clause) >= CLAUSE && names(clause)) {
            heading = clause;
        }
        Guess title = new Guess(titled("", titled || heading.equals(clause) ? heading : "", content), titled ? PART : GUESSED);
        return proposed(text.source(), text.author(), campaign, form, title, new Guess(content, PART));
    }

    /** What the subject says besides the required words; empty if that names nothing. */
    String topic(Writing text, CampaignRules campaign) {
        return Stream.of(text.subject(), text.mail().subject())
                .map(each -> SubjectPhrase.rest(each, campaign.subjectPhrase()))
                .filter(each -> names(each) && !SEVERAL.matcher(each).find()).findFirst().orElse("");
    }

    private ProposedCase proposed(String source, Writing.Author author, CampaignRules campaign, FilledForm form, Guess title,
            Guess content) {
        Guess category = category(form, campaign);
        String place = line(form, FormField.PLACE);
        String township = organisations.townshipIn(place).map(Organisation::code).orElse(null);
        Wish wish = new Wish(Texts.shorten(title.value(), TITLE_MAX), category.value(), content.value(),
                form.get(FormField.REASON).map(each -> shortened(each, REASON_MAX)).orElse(null), township, place,
                line(form, FormField.BENEFICIARIES), new Target(line(form, FormField.TARGET), null, null, null, null));
        Proposer proposer = proposer(author, form);
        Map<String, Guess> readings = new LinkedHashMap<>();
        keep(readings, "title", wish.title(), title.confidence());
        keep(readings, "category", category.value(), category.confidence());
        keep(readings, "content", content.value(), content.confidence());
        keep(readings, "township", township, sure(form, FormField.PLACE) * TOWNSHIP);
        for (FormField field : List.of(FormField.REASON, FormField.PLACE, FormField.BENEFICIARIES, FormField.TARGET,
                FormField.ADDRESS)) {
            keep(readings, field.code(), form.get(field).orElse(null), sure(form, field));
        }
        keep(readings, "name", proposer.name(), form.has(FormField.NAME) ? sure(form, FormField.NAME) : GUESSED);
        keep(readings, "phone", proposer.phone(), author.phone() == null ? sure(form, FormField.PHONE) : SIGNED);
        keep(readings, "email", form.get(FormField.EMAIL).orElse(proposer.email()),
                form.has(FormField.EMAIL) ? sure(form, FormField.EMAIL) : author.another() ? QUOTED : SENDER);
        return new ProposedCase(new Draft(campaign.code(), wish, proposer), readings, source);
    }

    private static void keep(Map<String, Guess> readings, String field, String value, double confidence) {
        if (value != null && !value.isEmpty()) {
            readings.put(field, new Guess(value, Math.round(confidence * 100) / 100.0));
        }
    }

    private static double sure(FilledForm form, FormField field) {
        return form.reading(field).map(Reading::confidence).orElse(0.0);
    }

    private static String line(FilledForm form, FormField field) {
        return form.get(field).map(each -> shortened(each, OTHER_MAX)).orElse(null);
    }

    /** The first line of a letter where it is one, 关于…的建议; empty if it is none. */
    private static String heading(String text) {
        String first = text.split("\n", 2)[0];
        return HEADING.matcher(first).matches() && names(Texts.cleanLine(first)) ? first : "";
    }

    private static String content(FilledForm form, String fresh) {
        String labelled = form.get(FormField.CONTENT).orElse("");
        String rest = ReadForms.remainder(fresh);
        String found = Texts.codePoints(labelled) >= CONTENT_MIN ? labelled
                : Texts.codePoints(rest) >= CONTENT_MIN ? rest : fresh;
        return fitting(withoutClosing(found));
    }

    private static String fitting(String text) {
        String clean = Texts.clean(text);
        return Texts.codePoints(clean) <= CONTENT_MAX ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, CONTENT_MAX - Texts.codePoints(FURTHER))) + FURTHER;
    }

    /** 此致敬礼 is no part of what is wished. */
    private static String withoutClosing(String text) {
        return CLOSING.matcher(text).replaceFirst("").strip();
    }

    private static String titled(String subject, String said, String content) {
        return Stream.of(subject, said, firstSentence(content)).filter(each -> !each.isEmpty()).findFirst()
                .map(each -> Texts.shorten(each, TITLE_MAX)).orElse("");
    }

    /** Long enough, and not somebody's name and number, which must not stand in lists. */
    private static boolean names(String text) {
        return Texts.codePoints(text) >= TITLE_MIN && Masking.freeText(text).equals(text);
    }

    private static String firstSentence(String content) {
        String first = "";
        for (String each : SENTENCE_END.split(content)) {
            String clean = Texts.cleanLine(each);
            if (clean.isEmpty() || SALUTATION.matcher(clean).matches() && Texts.codePoints(clean) < 12) {
                continue;
            }
            first = first.isEmpty() ? clean : first + "，" + clean;
            if (Texts.codePoints(first) >= TITLE_MIN) {
                return Masking.freeText(first);
            }
        }
        return Masking.freeText(Texts.cleanLine(content));
    }

    private static Guess category(FilledForm form, CampaignRules campaign) {
        ReadCategory categories = new ReadCategory(
                campaign.categories().stream().map(each -> new ReadCategory.Named(each.code(), each.name())).toList());
        return form.reading(FormField.CATEGORY)
                .flatMap(said -> categories.of(said.value())
                        .map(found -> new Guess(found.value(), found.confidence() * said.confidence())))
                .orElseGet(() -> new Guess(campaign.category(OTHER).map(Category::code)
                        .orElseGet(() -> campaign.categories().get(campaign.categories().size() - 1).code()), UNSAID));
    }

    private static Proposer proposer(Writing.Author author, FilledForm form) {
        String called = author.name() != null && PERSON.matcher(author.name()).matches() ? author.name() : null;
        return new Proposer(ProposerKind.RESIDENT,
                form.get(FormField.NAME).map(each -> shortened(each, OTHER_MAX)).orElse(called),
                form.get(FormField.PHONE).filter(each -> PHONE.matcher(each).matches()).orElse(author.phone()), author.email(),
                line(form, FormField.ADDRESS), true);
    }

    private static String shortened(String text, int max) {
        return Texts.shorten(Texts.clean(text), max);
    }
}
