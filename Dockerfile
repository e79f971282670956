ARG PYTHON=3.11

FROM python:${PYTHON}-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /source
# What changes least comes first: the locks, then the product.
COPY requirements/build.txt requirements/run.txt requirements/
RUN python -m venv --without-pip /opt/showreel \
    && pip install --no-deps --require-hashes -r requirements/build.txt \
    && pip --python /opt/showreel/bin/python install --compile --no-deps --require-hashes -r requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY cogs cogs
COPY sandbox sandbox
RUN pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && pip --python /opt/showreel/bin/python install --compile --no-deps --no-index /wheels/*.whl

FROM python:${PYTHON}-slim-bookworm
LABEL org.opencontainers.image.title="Showreel" \
      org.opencontainers.image.description="A Discord bot that turns a prompt into a short video clip." \
      org.opencontainers.image.vendor="The Showreel authors" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="0.1.0"
COPY --from=build /opt/showreel /opt/showreel
RUN install --directory --owner=10001 --group=10001 --mode=0700 /data
ENV PATH=/opt/showreel/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONSAFEPATH=1 \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite:////data/showreel.db \
    MEDIA_DIR=/data/media \
    HTTP_HOST=0.0.0.0
WORKDIR /opt/showreel
USER 10001:10001
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["showreel", "healthcheck"]
ENTRYPOINT ["showreel"]
CMD ["run"]
