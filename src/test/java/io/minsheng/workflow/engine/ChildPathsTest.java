package io.minsheng.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class ChildPathsTest {

    private static final String MAPPER = """
            <mapper namespace="x">
              <sql id="1">a <include refid="2"/></sql>
              <select id="2">b<selectKey>c</selectKey><where><select>no</select></where></select>
              <resultMap id="3"/>
              <insert id="4"/><select id="5"/>
            </mapper>""";

    private final XPath usual = XPathFactory.newInstance().newXPath();
    private final XPath own = new ChildPaths();

    @ParameterizedTest
    @ValueSource(strings = { "/mapper", "/mapper/sql", "/mapper/select/selectKey", "/other", "select|insert|update", "sql",
            "other",
            "//select", "select[@id='5']", "select/selectKey", "@namespace" })
    void findsWhatTheUsualXPathFinds(String path) throws Exception {
        Document document = document();
        for (Node context : List.of(document, document.getDocumentElement())) {
            assertThat(found(own, path, context)).isEqualTo(found(usual, path, context));
            assertThat(own.evaluate(path, context, XPathConstants.NODE))
                    .isSameAs(usual.evaluate(path, context, XPathConstants.NODE));
            assertThat(own.evaluate(path, context, XPathConstants.STRING))
                    .isEqualTo(usual.evaluate(path, context, XPathConstants.STRING));
        }
    }

    @Test
    void isSeenByThreadsWithItsClassLoaderOnly() {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(ChildPathsFactory.seenBy(before));
        try {
            assertThat(XPathFactory.newInstance().newXPath()).isInstanceOf(ChildPaths.class);
        } finally {
            here.setContextClassLoader(before);
        }
        assertThat(XPathFactory.newInstance().newXPath()).isNotInstanceOf(ChildPaths.class);
    }

    private static List<Node> found(XPath paths, String path, Node context) throws Exception {
        NodeList nodes = (NodeList) paths.evaluate(path, context, XPathConstants.NODESET);
        List<Node> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add(nodes.item(i));
        }
        return found;
    }

    private static Document document() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(MAPPER.getBytes(StandardCharsets.UTF_8)));
    }
}
