set(PORTOLAN_FIXTURES "${PROJECT_SOURCE_DIR}/tests/fixtures")

# portolan_add_test(name SOURCES ... [LIBRARIES ...] [NEEDS_DISPLAY] [LABELS ...])
# A Qt Test program, apart from what a person keeps in their data folder. With NEEDS_DISPLAY it runs on an X server of its own.
function(portolan_add_test name)
    cmake_parse_arguments(arg "NEEDS_DISPLAY" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE portolan_core Qt6::Test ${arg_LIBRARIES})
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_precompile_headers(${name} REUSE_FROM portolan_test_headers)
    target_compile_definitions(${name} PRIVATE PORTOLAN_FIXTURES="${PORTOLAN_FIXTURES}")
    if(arg_NEEDS_DISPLAY)
        add_test(NAME ${name} COMMAND "${PROJECT_SOURCE_DIR}/tests/support/with-display" $<TARGET_FILE:${name}>)
    else()
        add_test(NAME ${name} COMMAND ${name})
    endif()
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "LC_ALL=C.UTF-8;XDG_DATA_HOME=${CMAKE_BINARY_DIR}/test-data"
        LABELS "${arg_LABELS}")
endfunction()

# portolan_add_fuzzer(name SOURCES ...)
# A libFuzzer target where fuzzers are on; otherwise the same code is compiled and run over its
# corpus (tests/fixtures/<name without fuzz_>) as an ordinary test.
function(portolan_add_fuzzer name)
    cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES;CORPUS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE portolan_core ${arg_LIBRARIES})
    if(PORTOLAN_BUILD_FUZZERS)
        target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
        # What it finds goes to the first folder, in the build; the fixtures are only read.
        set(found "${CMAKE_CURRENT_BINARY_DIR}/corpus/${name}")
        file(MAKE_DIRECTORY "${found}")
        add_test(NAME ${name} COMMAND ${name} -max_total_time=20 -close_fd_mask=1
            "-artifact_prefix=${CMAKE_CURRENT_BINARY_DIR}/" "${found}" ${arg_CORPUS})
    else()
        target_sources(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests/fuzz/run_corpus.cpp")
        add_test(NAME ${name} COMMAND ${name} ${arg_CORPUS})
    endif()
endfunction()
