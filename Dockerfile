# anora-bib in a container, for what is in the folder that is mounted at /work:
#
#   docker build -t anora-bib .
#   docker run --rm -v "$PWD:/work" anora-bib check

FROM python:3.13-slim AS wheel
WORKDIR /source
COPY . .
RUN python -m pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.13-slim
LABEL org.opencontainers.image.source="https://github.com/anora-bib/anora-bib" \
      org.opencontainers.image.licenses="MIT"
RUN --mount=type=bind,from=wheel,source=/wheels,target=/wheels \
    python -m pip install --no-cache-dir /wheels/*.whl \
    && useradd --create-home --uid 1000 anora
# Whoever runs it may be another user (--user "$(id -u):$(id -g)"); what was found is kept where all may write.
ENV XDG_CACHE_HOME=/tmp/cache
USER 1000
WORKDIR /work
ENTRYPOINT ["anora-bib"]
CMD ["--help"]
