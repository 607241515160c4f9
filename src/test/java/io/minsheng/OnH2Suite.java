package io.minsheng;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests on the embedded database, which share one running program, and whatever {@link BesidesSuite} leaves. */
@Suite
@SelectPackages("io.minsheng")
@IncludeClassNamePatterns("[^$]*Test")
@ExcludeClassNamePatterns(BesidesSuite.THESE)
class OnH2Suite {
}
