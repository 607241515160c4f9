# Production image: built for PostgreSQL, runs as an ordinary user, needs no writable path but /data.
FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY bpmn bpmn
COPY src src
RUN mvn -B -q -DskipTests -Ddb=postgresql -Dquarkus.package.jar.appcds.enabled=true package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /data minsheng && mkdir /data && chown minsheng /data
COPY --from=build /build/target/quarkus-app /app
USER minsheng
WORKDIR /app
VOLUME /data
ENV MINSHENG_DATA_DIR=/data MALLOC_ARENA_MAX=2
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
# the class archive holds only for the folder and the Java it was made for; with another Java it is passed over
ENTRYPOINT ["java", "-XX:SharedArchiveFile=app-cds.jsa", "-XX:MaxRAMPercentage=70", "-jar", "quarkus-run.jar"]
