FROM eclipse-temurin:17-jre
RUN apt-get update -qq && apt-get install -qq -y --no-install-recommends openjdk-17-jdk-headless maven > /dev/null && rm -rf /var/lib/apt/lists/*
COPY settings.xml /root/.m2/settings.xml
COPY repository /root/.m2/repository
CMD ["mvn"]
