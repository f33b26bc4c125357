# One library and one test executable per folder of src/, so that a call against the layers fails to link.
#
#   vaughn_folder(<name> SOURCES a.cc ... [USES base model ...] [LINK PkgConfig::X ...])
#     library vaughn_<name>; headers of include/vaughn/<name>/ form its interface and each must compile alone
#     (target all_verify_interface_header_sets). USES names the folders it may include, as docs/architecture.md
#     lists them; LINK names foreign libraries, which never show in a public header.
#   vaughn_folder_tests(<name> SOURCES a_test.cc ... [USES testing-only folders])
#     executable <name>_tests, registered with CTest.

function(vaughn_folder name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LINK" ${ARGN})
  set(target vaughn_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  file(GLOB headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/vaughn/${name}/*.h)
  target_sources(${target} PUBLIC FILE_SET HEADERS
    BASE_DIRS ${PROJECT_SOURCE_DIR}/include FILES ${headers})
  # Private headers are included as "<folder>/<file>.h" by their own folder and its tests only.
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(${target} PUBLIC vaughn_${used})
  endforeach()
  target_link_libraries(${target} PRIVATE vaughn_warnings ${ARG_LINK})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

function(vaughn_folder_tests name)
  if(NOT VAUGHN_BUILD_TESTS)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LINK;DEFINITIONS" ${ARGN})
  set(target ${name}_tests)
  add_executable(${target} ${ARG_SOURCES})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
  # Half the time to compile, and what the tests call is optimised all the same.
  target_compile_options(${target} PRIVATE -O0)
  target_compile_definitions(${target} PRIVATE
    VAUGHN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" VAUGHN_BINARY_DIR="${PROJECT_BINARY_DIR}" ${ARG_DEFINITIONS})
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(${target} PRIVATE vaughn_${used})
  endforeach()
  target_link_libraries(${target} PRIVATE vaughn_${name} vaughn_warnings GTest::gmock_main ${ARG_LINK})
  gtest_discover_tests(${target} TEST_PREFIX "${name}/" DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 300)
endfunction()
