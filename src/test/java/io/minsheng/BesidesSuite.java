package io.minsheng;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that need the program differently from {@link OnH2Suite}, and the longer ones that do not need it at all. A whole
 * run has a process for each of the two suites, because test by test it would start the program again for every class. A new
 * test belongs here only by its name; where none of these matches, it belongs to the other.
 */
@Suite
@SelectPackages("io.minsheng")
@IncludeClassNamePatterns(BesidesSuite.THESE)
class BesidesSuite {

    /** Names of its test classes. */
    static final String THESE = ".*(OnPostgres|LoadSamples|\\.Architecture|ImapTransport|MailReader|FormReading|HostileDocument"
            + "|AttachmentRules|\\.ModelPaths|similar\\.Quality|PlantedTopics|CategoryModel|WorkbookRows|SettingsInReadme|CalendarProperties)Test";
}
