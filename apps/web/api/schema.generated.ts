/** Made by `npm run generate` from docs/openapi.json: never written by hand. */

export interface paths {
    "/api/v1/units/{unit}/bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 组织机构 · Assemblies, groups and branches that serve a unit */
        get: operations["listBodies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 成员与职务 · Members and offices at a unit */
        get: operations["listOffices"];
        put?: never;
        /**
         * 任职 · Enter that somebody holds an office
         * @description Nobody appoints themselves, and nobody gives an office that brings more than they hold.
         */
        post: operations["appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/offices/{office}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 离任、罢免 · End an office: resigned, recalled, term over */
        post: operations["endOffice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/offices/{office}/substitute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 代理 · Enter who stands in while the holder is absent */
        post: operations["substituteOffice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 服务事项目录 · Matters people can come with at a unit */
        get: operations["readCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办事指南与必答问题 · Guide to a matter and what has to be answered */
        get: operations["readMatter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matter}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查答案 · Check answers before they are sent */
        post: operations["checkAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 编辑事项 · Write a matter into the catalogue of a unit */
        post: operations["writeMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 权责试算：谁建、谁巡、谁管、谁批 · Who builds, patrols, maintains, approves here */
        get: operations["readDuties"];
        put?: never;
        /** 编辑权责 · Write a field of the duty matrix */
        post: operations["writeDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某日名册 · The roll of a unit as of a day */
        get: operations["readRoll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记变更 · Who changed what in the registry */
        get: operations["listRegistryChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry-changes/{change}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一次变更 · One change and the records it touched */
        get: operations["readRegistryChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry-changes/{change}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销一次变更 · Take a change back */
        post: operations["undoRegistryChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按名称或代码查单位 · Find units by name or code */
        get: operations["findUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看单位及其上级 · A unit and those above it */
        get: operations["readUnit"];
        put?: never;
        /** 更正单位信息 · Change a unit */
        post: operations["changeUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/subtree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位的全部下级 · A unit and everything below it */
        get: operations["readSubtree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位与地点 · Units and places */
        get: operations["listUnits"];
        put?: never;
        /** 新增单位 · Register a unit */
        post: operations["createUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整隶属关系 · Move a unit, and everything below it, under another one */
        post: operations["moveUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销单位 · Close a unit in which nobody is left */
        post: operations["closeUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查人 · Find people by name, exact telephone number or address */
        get: operations["findPeople"];
        put?: never;
        /** 登记人员 · Register a person */
        post: operations["createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看人员（联系方式已遮盖） · A person, telephone masked */
        get: operations["readPerson"];
        put?: never;
        /**
         * 更正人员信息、迁居 · Change a person, or let them move
         * @description Whoever moves to another unit without a household being named leaves the one they lived in.
         */
        post: operations["changePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人员变更与居住历史 · What was registered of a person, and where they lived */
        get: operations["readPersonHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 合并重复人员 · Make two records of one person one; this one stays */
        post: operations["mergePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{household}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看家庭 · A household, without its colour */
        get: operations["readHousehold"];
        put?: never;
        /** 更正家庭信息 · Change a household */
        post: operations["changeHousehold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记家庭 · Register a household */
        post: operations["createHousehold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{household}/delegate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记户代表 · Enter the delegate the adults of a household have named
         * @description The delegate before ends on the same day.
         */
        post: operations["nameDelegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/premises/{premises}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看房屋及产权人 · A flat and its owners */
        get: operations["readPremises"];
        put?: never;
        /** 更正房屋信息 · Change a flat */
        post: operations["changePremises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/premises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 楼栋房屋图 · Flats of a building, floor by floor */
        get: operations["readPremisesGrid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我认领的住户 · Households I have taken on, the most urgent visit first */
        get: operations["listMyHouseholds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/households/{household}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访需要知道的住户情况 · What a visit to a household needs to know
         * @description For the holder of a claim in force; for those who assign visits there, whose look is journaled. Others: 404.
         */
        get: operations["readVisitedHousehold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待确认的认领 · Claims at my units: asked for, or in force */
        get: operations["listClaims"];
        put?: never;
        /**
         * 认领住户 · Ask to take on a household
         * @description In force at once for those who may assign visits there; all others wait for their consent.
         */
        post: operations["claimHousehold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 分派走访 · Give a household to a helper */
        post: operations["assignHousehold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/claims/{claim}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认或谢绝认领 · Confirm or decline what a helper asked for */
        post: operations["decideClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/claims/{claim}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束认领 · End a claim, by its holder or by who assigns there */
        post: operations["endClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记走访 · Record a visit */
        post: operations["recordVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/loads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访人员的户数与逾期 · How many households each helper holds and is late with
         * @description Counts only.
         */
        get: operations["listVisitLoads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 现行表决规则 · Decision rules in force at a unit
         * @description Of each rule the newest version of the nearest unit that is valid on the day, else the preset.
         */
        get: operations["listRules"];
        put?: never;
        /**
         * 发布表决规则 · Publish the next version of a rule
         * @description What begins from now on is decided by it; what runs keeps the version it started with. It is to be confirmed, and its verdicts are provisional, until somebody else has cited the article. Not by whoever confirmed the version before. `base` is the newest version its author has seen.
         */
        post: operations["publishRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{rule}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 规则的历次版本与差异 · Versions of a rule, each with what it changed */
        get: operations["listRuleVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{rule}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核定规则（注明条文） · Confirm a rule by the article that was read
         * @description By a legal officer, never by whoever published it. Its verdicts are final from then on, and provisional ones can be settled.
         */
        post: operations["confirmRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{workflow}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程的现行议事规则及历次修改 · The policy of a workflow in force at a unit, with its versions */
        get: operations["readPolicy"];
        put?: never;
        /**
         * 发布流程的议事规则 · Publish the next policy of a workflow
         * @description Cases that begin from now on go by it; what runs keeps the version it started with. `base` is the version in force its author has seen.
         */
        post: operations["publishPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/duty-turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 值班表 · The duty roster of a unit
         * @description `now` says who would be rung at this moment: the roster of the unit, else of the nearest one above it.
         */
        get: operations["listDutyTurns"];
        put?: never;
        /** 排班 · Enter a turn of duty */
        post: operations["enterDutyTurn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/duty-turns/{turn}/strike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销排班 · Strike a turn out; it stays on record */
        post: operations["strikeDutyTurn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 派单试算：会派给谁、为什么、什么时候到期 · Who would get a matter, why, and until when
         * @description Reads only, and names units, never people. Every field of the duty matrix that says something about it is listed with why it won or lost; where nobody fits, the fallback owner is named with the reason.
         */
        post: operations["previewRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/admission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查询能否下派（社区工作准入） · Whether a matter may be handed down to a community */
        get: operations["checkAdmission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/admissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 社区工作准入登记 · The admission register of a unit */
        get: operations["listAdmissions"];
        put?: never;
        /** 申请准入 · Apply to hand a matter down to communities */
        post: operations["applyForAdmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/admissions/{admission}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审定准入 · Admit a matter, or refuse it, with the reason
         * @description By the unit whose communities it is for, or one above; never by whoever applied.
         */
        post: operations["decideAdmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/routing-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 权责修改建议（由退单和裁定得出） · What returns and rulings propose for the duty matrix */
        get: operations["listRoutingProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/routing-proposals/{proposal}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 采纳建议，写入权责清单 · Write a proposal into the duty matrix
         * @description A change of the registry like any other: it can be undone by its id.
         */
        post: operations["acceptRoutingProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/routing-proposals/{proposal}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不采纳建议 · Reject a proposal; it comes again only after several new cases */
        post: operations["rejectRoutingProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 议决、公约登记簿 · The register: resolutions, covenants, pledges, rules of procedure */
        get: operations["listRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registers/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 登记全文与历次版本 · An entry with its text and all its versions
         * @description Signatories of a pledge are named only if they agreed; the others are counted.
         */
        get: operations["readRegisterEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registers/{entry}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 签名名单（内部） · All signatures of an entry, for those who keep the register */
        get: operations["listRegisterSignatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registers/{entry}/filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补登备案 · Record the filing of what was entered without one */
        post: operations["fileRegisterEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印登记文本（带二维码） · An entry to print: both languages, signatures, QR code */
        get: operations["printRegisterEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记簿页面 · The public register of a community as a page */
        get: operations["printRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/covenant-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公约范本 · Templates to start a covenant from */
        get: operations["listCovenantTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 议事规则（由现行规则生成） · Rules of procedure, made from the rules and policies in force
         * @description With what differs from the version that is entered in the register.
         */
        get: operations["previewProcedure"];
        put?: never;
        /**
         * 提交议事规则审核 · Hand the rules of procedure to the legal officer
         * @description Starts a case of the workflow `covenant`; once checked and signed it is entered into the register.
         */
        post: operations["proposeProcedure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedure/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印议事规则 · Rules of procedure to print */
        get: operations["printProcedure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-offs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 会签进度：谁拿着、缺什么、下一步 · A chain: who holds it, what is missing, what is next
         * @description Derived from the case and the seals that are out, at the moment it is asked for. No person is named.
         */
        get: operations["readChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/print/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印会签进度表（带二维码） · The sheet of a chain to hang up, with a QR code */
        get: operations["printChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cost-shares/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 费用分摊公开表 · Who pays what of it: shares, pledges, receipts, shortfall
         * @description Once the task group has laid it open. Floors, or flat numbers where the owners agreed; no person, no household.
         */
        get: operations["readCostTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/print/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印费用分摊公开表 · The public table of costs to hang up */
        get: operations["printCostTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chain-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 会签模板 · Saved chains to begin with */
        get: operations["listChainTemplates"];
        put?: never;
        /**
         * 把办成的会签存为模板 · Save a finished chain for the next building
         * @description Names of procedures, departments, order, papers, days and conditions; no person, file or money. Conditions are read from the texts of their cases: what is erased there is gone here. Saved twice it stays one version.
         */
        post: operations["saveChainTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chain-templates/{template}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 会签模板的步骤和平常天数 · A saved chain: its steps and the days they usually take */
        get: operations["readChainTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 异常列表（管理员） · List incidents (operators) */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重试 · Try again */
        post: operations["retryIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 跳过 · Skip it */
        post: operations["skipIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 线下已处理 · Resolved outside the system */
        post: operations["resolveIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 接口说明 · This document
         * @description Whole, or what it says of one area (a tag).
         */
        get: operations["readDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 进程存活 · The process runs */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以服务 · It can serve: database, queue and migrations are fine */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 指标 · Metrics for Prometheus */
        get: operations["readMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前登录 · Who is signed in */
        get: operations["readSession"];
        put?: never;
        /**
         * 登录 · Sign in with name and password
         * @description Unknown names and wrong passwords are answered alike. Staff with a second factor are half signed in afterwards.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出 · Sign out */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 输入动态验证码 · Give the code of the second factor
         * @description Each code works once. The session goes on under a new token.
         */
        post: operations["passSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的账号 · My account */
        get: operations["readAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 设置或更改口令 · Set or change the password
         * @description Every other session ends, this one goes on under a new token, and all API tokens are revoked: make them anew.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始设置动态验证码 · Begin setting up a second factor */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认动态验证码 · Confirm the second factor with its first code
         * @description From now on it is asked for at every sign-in. Every other session ends.
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 换新的备用码 · New recovery codes in place of the old ones */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我在哪些设备上登录着 · Where I am signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束一处登录 · End one session */
        post: operations["endSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束其他所有登录 · End all other sessions */
        post: operations["endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的登录记录 · My sign-ins and attempts on my account */
        get: operations["listMySignIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的接口令牌 · My API tokens */
        get: operations["listTokens"];
        put?: never;
        /**
         * 新建接口令牌 · Make an API token
         * @description It may do what its scopes and its owner may, whichever is less, and it manages no accounts. A scope its owner holds no office for is refused.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废接口令牌 · Revoke an API token */
        post: operations["revokeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号一览（管理员） · Accounts of people in a unit (operators) */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看某人的账号 · Account of a person */
        get: operations["readPersonAccount"];
        put?: never;
        /**
         * 给某人开账号 · Give a person an account
         * @description They come in with a code for their first password, by slip or by single sign-on.
         */
        post: operations["createPersonAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/account/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 给某人加一个账号名 · One more name a person can sign in with */
        post: operations["addPersonLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/account/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停用账号 · Lock an account
         * @description Sessions end and tokens are revoked at once.
         */
        post: operations["lockAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/account/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复账号 · Unlock an account */
        post: operations["unlockAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/account/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 注销账号 · Close an account for good */
        post: operations["closeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/account/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束某人的所有登录 · End all sessions of a person */
        post: operations["endPersonSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/account/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发口令重置码 · A code with which a person sets a new password */
        post: operations["issueReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/account/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 清除二次验证 · Take off a second factor whose owner has lost it */
        post: operations["resetSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 登录日志（管理员） · Sign-in journal (operators)
         * @description Attempts on accounts of people in reach; to operators of the whole installation also attempts with names nobody has. A page may hold fewer rows than asked for.
         */
        get: operations["listSignIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 邀请条一览 · Slips issued in a unit */
        get: operations["listSlips"];
        put?: never;
        /**
         * 发邀请条 · Issue invitation slips
         * @description For the households of a unit, or for persons. A slip of before for the same household is worth nothing then.
         */
        post: operations["issueSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/slips/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发邀请条并打印 · Issue invitation slips as a sheet to print */
        post: operations["printSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/slips/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废邀请条 · Revoke a slip */
        post: operations["revokeSlip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/join/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看邀请条 · Whom a slip can be for
         * @description Only first signs and birth years. Unknown, used, expired and revoked codes are answered alike.
         */
        post: operations["lookAtSlip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 用邀请条登录 · Come in with a slip
         * @description The slip is used up; the browser stays signed in for a long time.
         */
        post: operations["join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 用重置码设置新口令 · Set a new password with a code */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开始单点登录 · Begin single sign-on
         * @description `link`: to the account one is signed in to; `join`: with the code of a slip and a choice from it.
         */
        post: operations["beginSingleSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单点登录返回 · Where the sign-on service sends people back to */
        get: operations["finishSingleSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identities/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除单点登录关联 · Take single sign-on off my account */
        post: operations["unlinkIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的委托 · Who may act for me, and for whom I may act */
        get: operations["listAuthorisations"];
        put?: never;
        /** 委托亲属代办 · Let a relative act for me */
        post: operations["authorise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/authorisations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 收回或退出委托 · End an authorisation I gave or hold */
        post: operations["endAuthorisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某人的委托 · Who may act for a person, and for whom they may act */
        get: operations["listAuthorisationsOf"];
        put?: never;
        /** 凭签字单登记委托 · Enter an authorisation from a signed slip */
        post: operations["authoriseFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/authorisations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记收回委托 · Enter the end of an authorisation */
        post: operations["endAuthorisationFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliberations/{deliberation}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 接下来请您表态的观点 · Statements I am asked next
         * @description Unanswered first, of those the least answered by others; then what I have answered, which I may change.
         */
        get: operations["listStatementsToAnswer"];
        put?: never;
        /**
         * 提一条观点 · Say something for others to answer
         * @description Shown at once or after a moderator has looked at it, as the community has decided. The same key says it once.
         */
        post: operations["sayStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliberations/{deliberation}/statements/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的观点 · What I have said, what became of it and why */
        get: operations["listMyStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliberations/{deliberation}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 表态：赞成、反对或跳过 · Agree, disagree or pass
         * @description Acknowledged when it is kept. My last answer to a statement counts; sending it again does no harm.
         */
        post: operations["takePosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliberations/{deliberation}/positions/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的表态 · My answers, and the group they put me in */
        get: operations["listMyPositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliberations/{deliberation}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 意见群体与共识 · Opinion groups and what unites them
         * @description Shows every answer that is more than two seconds old. No number of fewer than `leastShown` people.
         */
        get: operations["readOpinionPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliberations/{deliberation}/picture/drawing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 意见群体图 · Opinion groups as a drawing, with the same numbers as a table */
        get: operations["drawOpinionPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliberations/{deliberation}/moderation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待审核的观点 · Statements to be looked at, oldest first
         * @description Never who said it.
         */
        get: operations["listStatementsToModerate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliberations/{deliberation}/statements/{number}/moderate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审核观点 · Show a statement, or reject it with a reason its author is told */
        post: operations["moderateStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliberations/{deliberation}/statements/{number}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 建议合并相似观点 · Propose to merge a statement into a similar one
         * @description Both authors are asked; nothing changes before both consent.
         */
        post: operations["proposeStatementMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliberations/{deliberation}/statements/{number}/merge/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 同意或不同意合并 · Consent to a merge as one of the authors, or decline it */
        post: operations["answerStatementMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 等我投票的表决 · Ballots I am on the roll of */
        get: operations["listOwnBallots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次表决 · One ballot: what is asked, by which rule, until when, and what came of it
         * @description No result, and no part of one, before it is counted.
         */
        get: operations["readBallot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我可以为哪些户（人）投票 · What I may cast for, and whether it is done */
        get: operations["readOwnVotingUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 投票或改票 · Cast a paper, or change it
         * @description Answered once it is stored for good. The same key again answers the same. A second paper of a unit is refused; a change presents the receipt in force.
         */
        post: operations["castPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回已投的票 · Take a paper back while the vote is open */
        post: operations["withdrawPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/contests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待处理的争议 · Contested casters */
        get: operations["listContests"];
        put?: never;
        /**
         * 对户代表或共有人投票提出异议 · Contest who casts for my household or flat
         * @description The paper is set aside until a named person has settled it.
         */
        post: operations["contestCaster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名册异议 · Appeals against the roll */
        get: operations["listRollAppeals"];
        put?: never;
        /** 对名册提出异议 · Say that the roll is wrong */
        post: operations["appealRoll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/papers/{tracker}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核对我的票是否计入 · Whether a paper is among those that were counted, with the proof */
        get: operations["readInclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载公开记录 · The published record: roll without names, papers, certificate
         * @description One canonical JSON a line, from which anybody can recompute the verdict. Of a secret ballot for everybody; of a named one for those on its roll and whoever runs it.
         */
        get: operations["downloadBallot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名册 · The roll with who may cast, 500 lines a page */
        get: operations["readBallotRoll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/roll-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 名册变更 · Changes of the roll since it was drawn */
        get: operations["listRollChanges"];
        put?: never;
        /**
         * 提出名册变更 · Propose a change of the roll
         * @description It takes effect when a second person approves it.
         */
        post: operations["proposeRollChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/roll-changes/{change}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审定名册变更 · Approve or refuse a change of the roll */
        post: operations["decideRollChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/appeals/{appeal}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复名册异议 · Answer an appeal; what is granted is proposed as a change besides */
        post: operations["answerRollAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 处理争议票 · Settle a contested paper
         * @description Never by whoever cast, contested or belongs to the unit.
         */
        post: operations["settleContest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/assisted-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 代录：电话、上门、举手 · Enter a paper taken by telephone, at the door or by a raised hand
         * @description With a witness; of a secret ballot only with a written waiver of secrecy.
         */
        post: operations["enterAssistedPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/transcriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 录入纸质票 · Enter what a sheet of paper says
         * @description Two people enter it, neither sees what the other has read; a third settles a difference.
         */
        post: operations["transcribePaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/envelopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记外信封 · Take the outer envelope of a secret ballot */
        post: operations["receiveEnvelope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 两人录入不一致的票 · Sheets that two people have read differently */
        get: operations["listTranscriptionDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/proxies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 委托 · Proxies in force */
        get: operations["listProxies"];
        put?: never;
        /** 登记书面委托 · Enter a written proxy */
        post: operations["enterProxy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/proxies/{proxy}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销委托 · Take a proxy back, until its holder has cast */
        post: operations["revokeProxy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/turnout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各楼参与情况 · Turnout by building while a named ballot is open */
        get: operations["readTurnout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/doorstep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 上门名单 · Who of a building has not voted yet; never what anybody voted */
        get: operations["listDoors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看完整电话或证件号 · See a telephone or identity number in clear
         * @description Needs a reason. Who looked, when and why is kept; the person sees who looked.
         */
        post: operations["unmask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看台账（监督） · The journal of looks, for those who audit */
        get: operations["listLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁看过我的信息 · Who looked at my data */
        get: operations["listOwnLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 同意书 · What consents are asked for, in the words in use */
        get: operations["listConsentTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的同意 · What I have agreed to */
        get: operations["listOwnConsents"];
        put?: never;
        /** 同意 · Agree */
        post: operations["giveOwnConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回同意 · Withdraw a consent; what it allowed ends at once */
        post: operations["withdrawOwnConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某人的同意 · What a person has agreed to */
        get: operations["listConsents"];
        put?: never;
        /** 登记书面同意 · Enter a consent given on paper */
        post: operations["enterConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/consents/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 代为撤回同意 · Enter that a person withdraws a consent */
        post: operations["enterWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/data-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导出我的全部信息 · Everything held about me, to take away
         * @description Made while it is asked for and stored nowhere. JSON, or a page to read and print.
         */
        post: operations["exportOwnData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我提出的更正 · Corrections I asked for, with the answers */
        get: operations["listOwnCorrections"];
        put?: never;
        /** 申请更正我的信息 · Say what is wrong about me */
        post: operations["askCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待答复的更正申请 · Corrections that wait for an answer at my units */
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/corrections/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复更正申请 · Answer a correction that was asked for */
        post: operations["answerCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 到期待删除的信息 · How much is past its time; erases nothing */
        get: operations["previewRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请删除我的信息 · Ask to be erased, or for somebody who has authorised me */
        post: operations["askOwnErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的删除申请 · Erasures asked for by me or about me, and what became of them */
        get: operations["listOwnErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 代为申请删除 · Enter that somebody wishes to be erased; a colleague confirms */
        post: operations["askErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 删除申请 · Erasures at my units, newest first */
        get: operations["listErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erasures/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认并删除 · Confirm an erasure and carry it out
         * @description It cannot be taken back. Interrupted, it goes on by itself.
         */
        post: operations["confirmErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erasures/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予删除 · Refuse an erasure */
        post: operations["refuseErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 依法留存 · Keep a person’s data for a court, an authority or an audit */
        post: operations["holdPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 留存中的信息 · Holds in force at my units */
        get: operations["listHolds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/holds/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除留存 · Lift a hold */
        post: operations["liftHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传文件 · Upload one file
         * @description multipart/form-data with one file of at most 20 MB: JPEG, PNG, WebP, AVIF, PDF, MP3, OGG, WAV, AMR, M4A, judged by content. Photos are drawn anew: upright, at most 2560 pixels, without place, time and device.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/to-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待审核的照片 · Photos of cases that nobody has reviewed for publication */
        get: operations["listFilesToReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文件信息 · What is known of a file */
        get: operations["readFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载文件 · The bytes of a file, or the small picture of it */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事项的文件 · Files of a case that the caller may see */
        get: operations["listCaseFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file}/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 关联到事项 · Say which case my file belongs to */
        post: operations["attachFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核并公开照片 · Review a photo and publish a copy of it
         * @description The rectangles are painted over in the copy, for good. The original is never public.
         */
        post: operations["publishFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{file}/keep-private": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审核：不公开 · Review a photo and keep it private; a published copy is taken down */
        post: operations["keepFilePrivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{kind}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传表格 · Upload a table
         * @description multipart/form-data with one file of at most 30 MB: CSV (UTF-8, UTF-16, GB18030) or XLSX, judged by content.
         */
        post: operations["uploadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{kind}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导入模板 · Template of a table */
        get: operations["importTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导入记录 · Imports of my units */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看导入 · Read an import
         * @description With how far a check or an application is while one runs.
         */
        get: operations["readImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导入的各行 · Rows of an import with what was found */
        get: operations["readImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载错误清单 · Download what is wrong, row by row */
        get: operations["downloadProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查（试导入） · Check: find out what it would do */
        post: operations["checkImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入 · Apply: all of it or nothing */
        post: operations["applyImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销导入 · Undo */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出列表 · Export a list
         * @description No cell is a formula; telephones are masked; colour classes and other sensitive facts are not in it.
         */
        get: operations["exportList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/numbers/{system}/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 按外部编号找事项 · Find a case by the number another system knows it by
         * @description Our own account numbers are found under the system `ledger`.
         */
        get: operations["findNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case}/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事项的外部编号 · Numbers other systems know a case by */
        get: operations["listNumbers"];
        put?: never;
        /** 登记外部编号 · Give a case the number of another system */
        post: operations["giveNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 对接系统 · Systems we exchange cases with */
        get: operations["listPartners"];
        put?: never;
        /** 新增对接系统 · Take in a partner */
        post: operations["createPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{partner}/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用或启用对接系统 · Switch a partner off or on */
        post: operations["switchPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{partner}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签发密钥 · Make a new key for a partner
         * @description Shown once. The keys before it stay good for the hours given.
         */
        post: operations["issuePartnerKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{partner}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 对接系统转来事项 · A partner hands over a matter
         * @description Signed with HMAC-SHA256 over method, path with query, X-Minyi-Timestamp, X-Minyi-Nonce and the SHA-256 of the body, one a line, in X-Minyi-Signature (hex). The answer is signed the same way, with the nonce of the request.
         */
        post: operations["startPartnerCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{partner}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 对接系统取回进展 · A partner takes back how its cases are going
         * @description Signed with HMAC-SHA256 over method, path with query, X-Minyi-Timestamp, X-Minyi-Nonce and the SHA-256 of the body, one a line, in X-Minyi-Signature (hex). The answer is signed the same way, with the nonce of the request. Public stage, state, due instant and result; no names.
         */
        get: operations["readPartnerChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的提醒方式 · How I am told */
        get: operations["readNotificationPreferences"];
        put?: never;
        /**
         * 更改我的提醒方式 · Change how I am told
         * @description What is left out stays. A new address is written to only after the code that is sent to it came back. Danger is told by every channel, at any hour.
         */
        post: operations["changeNotificationPreferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/notifications/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认邮箱 · Confirm the address with its code */
        post: operations["confirmNotificationAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我不在岗的日子和代替我的人 · My absences, and those I stand in for */
        get: operations["listOwnAbsences"];
        put?: never;
        /**
         * 指定我不在时由谁接收 · Name who is told at work while I am away
         * @description A substitute hears what concerns work, never what is one’s own. They may do what their own offices allow: acting in an office is entered there.
         */
        post: operations["enterOwnAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 为工作人员指定代替者 · Name who is told in somebody’s place */
        post: operations["enterAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences/{absence}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提前返岗 · End an absence early
         * @description By the absent person, the substitute, or whoever may name substitutes there.
         */
        post: operations["endAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 电话名单 · Who is to be called, and what to say
         * @description Residents whom no message reaches, or who have not read something important. Those of confidential cases are for coordinators.
         */
        get: operations["listCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印电话名单 · The call list to print */
        get: operations["printCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 打印上门告知条（大字，每户一张） · Slips to bring to the door: large print, one a household
         * @description For those who are not on the telephone. A slip says no more than the call would.
         */
        get: operations["printCallSlips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call}/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 查看要拨打的号码（留痕） · The number to call, in clear and journaled */
        post: operations["readCallPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{call}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记一次电话或上门 · Write down a call or a visit to the door
         * @description Reached, refused and moved settle it. Not reached counts once a day: after two different days it is given up, and says so.
         */
        post: operations["logCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账：建账、派账、晒账、对账 · The account: opened, assigned, published, reconciled
         * @description Numbers, units and dates of what is not confidential; no words of anybody. Newest first.
         */
        get: operations["readLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各项比率（分子、分母、剔除数） · Rates with both numbers, and what is left out of them
         * @description Departments are judged by their tasks, places by their issues. On time: finished on time ÷ (due − on an approved hold); what is overdue and open is due and not on time. Solved and satisfied: of those who answered, beside reached, answered and silent.
         */
        get: operations["readRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/league": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 部门、派单单位排名 · Leagues of departments and of dispatchers */
        get: operations["readLeague"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/digests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 日报、周报、月报、季报 · Daily, weekly, monthly and quarterly accounts of a unit */
        get: operations["listDigests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/reports/{unit}/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位报表 · A unit’s account of a period
         * @description As it was written when the period was over; where it has not been written, as it reads now.
         */
        get: operations["readReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/reports/{unit}/{period}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印单位报表（双语，带二维码） · The same to print: both languages, QR code */
        get: operations["printReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 对账单 · Sheets of a unit: months held against the journals */
        get: operations["listAccountSheets"];
        put?: never;
        /**
         * 对账：逐条与台账核对 · Hold a month against the journals, line by line
         * @description The sheet with everything that differs is kept with a digest; somebody else signs it.
         */
        post: operations["checkAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/reconciliations/{sheet}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 对账签字 · Sign a sheet
         * @description By somebody else than whoever checked it; with a remark where the account differs.
         */
        post: operations["signAccountSheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 发送状况 · How deliveries stand, by channel
         * @description `unit`: the top of a tree; below it there is no such log.
         */
        get: operations["readDeliveryStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 发送记录 · The log of deliveries
         * @description Without names, addresses and texts.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/spool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 未外发的邮件和短信 · What was laid down because there is no server for it */
        get: operations["listSpool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重发已放弃的 · Try again what was given up
         * @description Under the ids they had. Default: everything that was given up in the last seven days.
         */
        post: operations["replayDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事件推送一览 · Webhooks at a unit and below it */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * 新增事件推送 · Tell another system of cases
         * @description Of public and internal cases at the unit and below. Signed as Standard Webhooks say; at least once, for two days, under one id.
         */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用或启用 · Switch a webhook off or on */
        post: operations["switchWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发一个测试事件 · Send an event that means nothing */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 推送记录 · What was sent to a webhook, with every attempt */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重发一个事件 · Send an event again, under the id it had */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/robots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 群机器人一览 · Robots in group chats at a unit and below it */
        get: operations["listRobots"];
        put?: never;
        /**
         * 新增群机器人（企业微信、钉钉、飞书） · Let a robot tell a group chat of the work of a unit
         * @description What is told to offices at this very unit; never of reserved or confidential cases.
         */
        post: operations["addRobot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/robots/{robot}/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用或启用群机器人 · Switch a robot off or on */
        post: operations["switchRobot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/print/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 打印公示（大字，带二维码） · A notice to hang up: large print, both languages, QR code
         * @description Before it hangs only for those who run it: they hang it.
         */
        get: operations["printNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/print/chat-text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公示的微信群文字 · A notice as plain text for a chat group */
        get: operations["writeChatText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/print/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 打印会议纪要 · The minutes of a meeting
         * @description Signed minutes are for everybody who may see the meeting, without names of persons; staff see names, and drafts.
         */
        get: operations["printMinutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/print/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 打印办理单、办结报告 · The sheet of a case: an order of work, a report when it is done
         * @description What the caller reads of the case: residents see no internal entries, and nobody of the staff by name.
         */
        get: operations["printCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/print/review-slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印评议单（纸质评议） · A slip to review an issue on paper */
        get: operations["printReviewSlip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/print/orders/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 打印交办单、催办单、督办单、退单、办结报告 · A sheet of a task, each of its own
         * @description For those who dispatch a task, do it or verify it. A sheet exists once there is cause for it: an urge when the limit has run out, a return sheet when it was returned.
         */
        get: operations["printOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/print/meeting-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 打印会议通知 · The notice of a meeting: when, who is called, the agenda
         * @description Never the code by which members check in, and no title of a confidential matter.
         */
        get: operations["printMeetingNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/print/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 打印表决结果（张贴用） · The result of a ballot to hang up: its figures against their rule
         * @description Once it is counted.
         */
        get: operations["printResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ballots/{ballot}/print/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 打印纸质票 · Ballot papers to be filled in by hand, a page each
         * @description Of all voting units, of a building or of those named, 1,000 at most. A secret paper bears no number: that stands on the outer envelope.
         */
        get: operations["printBallotPapers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unit}/print/report-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印空白反映单 · A blank report form, the paper twin of the page */
        get: operations["printReportForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本系统：名称、版本、应急电话、演示账号 · This installation: name, version, emergency numbers, demo people */
        get: operations["readInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 名称：单位与（可知的）人员 · Names of units, and of people as far as the caller may know
         * @description Units are known to everybody. A person is known to themselves, to their authorised relatives, to those who keep the register where they live, to colleagues by office, and on a case to whoever runs it. An id nobody may know is left out, like one that does not exist.
         */
        get: operations["readNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作台计数：等我办的有多少、将到期与已超期 · How much waits for me, due soon and overdue */
        get: operations["countDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk/inside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本单位的科室与同事：任务可以分给谁 · Offices and colleagues of my unit: to whom work can be given
         * @description Of the departments and companies at which the caller handles matters, with the offices inside them. Empty for whoever works for none.
         */
        get: operations["listInside"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事项经过：到哪一步、谁在办、承诺与结果 · The story of a case: where it is, who has it, what was promised, what came of it
         * @description As far as the caller may see it. Staff appear as their unit; published texts, decisions and results in numbers are for everybody who may see the case.
         */
        get: operations["readStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 关注事项 · Follow a public case: told of every step it takes */
        post: operations["followCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/unfollow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消关注 · Follow a case no longer */
        post: operations["unfollowCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 相似事项 · Similar issues there and nearby
         * @description Public issues, and those the caller may see anyway; never a private need or a report nobody has sorted yet, whoever asks.
         */
        get: operations["findSimilar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 首页：我的社区、我的事项、等我表决和评议的 · Home: my community, my matters, what waits for my vote and my word
         * @description Visitors see what is public in the community of `unit`.
         */
        get: operations["readHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 趋势：各项比率逐月 · Rates of a unit by month */
        get: operations["readTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 分片：下级单位的在办、超期、办结与解决率 · Child units beside each other: open, overdue, done, solved
         * @description Of public cases only.
         */
        get: operations["readBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operation/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 运行状况：卡住的事项、队列、时限、送达 · How it stands: stuck cases, queue, clocks, deliveries */
        get: operations["readStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/particulars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 联名人数、公约文本、协商措施等可公开的内容 · Signatures of a petition, the text of a covenant, measures of a deliberation: what is for everybody
         * @description Of workflows that have nothing of the kind every part is null. No name of a person.
         */
        get: operations["readParticulars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 现行日历 · Calendars that hold at a unit
         * @description Of each name the unit’s own, that of the nearest unit above, else the installation’s.
         */
        get: operations["listCalendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{calendar}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个日历及其历次修改 · A calendar with its edits */
        get: operations["readCalendar"];
        put?: never;
        /**
         * 修改日历 · Edit a calendar
         * @description Writes the next version; a unit that has no own calendar gets one that begins like the one above. Running clocks are measured anew at once, each with an entry in its case’s journal; what was due before the edit has fired before. `base` is the newest own version its author has seen; the same edit sent again by its author is answered again and writes nothing. Those of the whole installation (`unit` null) are edited by whoever is operator at every root that has an operator.
         */
        post: operations["editCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{calendar}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试算修改日历的影响 · What an edit would move, without doing it */
        post: operations["previewCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/clocks/{clock}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 时限为什么是这个时候 · Why a clock is due when it is
         * @description Every stretch that was counted, every day that was not and why, pauses, extensions, edited calendars.
         */
        get: operations["explainClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事项台账 · List cases
         * @description Only cases the caller may see, newest first.
         */
        get: operations["listCases"];
        put?: never;
        /** 发起事项 · Start a case */
        post: operations["startCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看事项 · Read a case
         * @description State, clocks, and what the caller may do now with the form for it.
         */
        get: operations["readCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理：做一个动作 · Do an act */
        post: operations["actOnCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账明细 · Read the journal
         * @description Oldest first. Details and names are for those who work on the case.
         */
        get: operations["readJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/as-of/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 回看某一步 · The case as it was after a journal entry */
        get: operations["readAsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/path": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事项走过的路 · The way of a case: where it stood after each entry that moved it */
        get: operations["readPath"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事项的流程图 · Chart of a case: where it is and how it came there */
        get: operations["drawCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程列表 · List workflows */
        get: operations["listWorkflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看流程 · Read a workflow */
        get: operations["readWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{name}/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程图 · Chart of a workflow */
        get: operations["drawWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作台：等我办的事 · What waits for me, oldest deadline first */
        get: operations["readDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公示与通报 · Public notices and news */
        get: operations["listPublications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的消息 · My messages
         * @description Told to me by name or to whoever holds an office I hold, newest first.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标记已读 · Mark messages as read */
        post: operations["readMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的身份与职务 · Who I am and which offices I hold */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 实时更新 · Live updates as server-sent events
         * @description Event `case` says that a case the caller may see has a new version; its id is `<case>:<version>`. A client that comes back with Last-Event-ID gets what it missed (some of it twice: compare versions), or event `reload` when that is too long ago.
         */
        get: operations["watch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Ability: {
            act: string;
            label: components["schemas"]["Label"];
            help: components["schemas"]["Label"];
            /** @description Irreversible: ask once, in words, before sending it */
            confirm: boolean;
            /** @description JSON Schema (2020-12) of the act’s input */
            input: components["schemas"]["__schema0"];
        };
        Absence: {
            id: string;
            person: string;
            substitute: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            endedAt: string | null;
        };
        AbsenceList: {
            rows: components["schemas"]["Absence"][];
        };
        Account: {
            person: string;
            /** @enum {string} */
            status: "active" | "locked" | "closed";
            logins: string[];
            hasPassword: boolean;
            hasSecondFactor: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            createdAt: string;
            seenAt: string | null;
        };
        AccountList: {
            rows: {
                person: string;
                /** @enum {string} */
                status: "active" | "locked" | "closed";
                logins: string[];
                hasPassword: boolean;
                hasSecondFactor: boolean;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                createdAt: string;
                seenAt: string | null;
                name: string;
            }[];
        };
        AccountReport: {
            content: {
                [key: string]: components["schemas"]["__schema0"];
            };
            /** @description SHA-256 of the canonical JSON of the content */
            digest: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            madeAt: string;
            /** @description Written when the period was over; else read just now */
            isKept: boolean;
        };
        AccountSheet: {
            id: string;
            unit: string;
            /** @description Local month, 2026-03 */
            month: string;
            /** @description Lines that were compared */
            count: number;
            differences: {
                caseId: string;
                /** @description `missing`, `extra`, or the column that differs */
                what: string;
                account: string | null;
                journal: string | null;
            }[];
            digest: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            checkedAt: string;
            signedAt: string | null;
            remark: string | null;
        };
        AccountSheetList: {
            rows: {
                id: string;
                unit: string;
                /** @description Local month, 2026-03 */
                month: string;
                /** @description Lines that were compared */
                count: number;
                differences: {
                    caseId: string;
                    /** @description `missing`, `extra`, or the column that differs */
                    what: string;
                    account: string | null;
                    journal: string | null;
                }[];
                digest: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                checkedAt: string;
                signedAt: string | null;
                remark: string | null;
            }[];
        };
        Admission: {
            id: string;
            matter: string;
            matterName: components["schemas"]["Label"] | null;
            applicant: string;
            applicantName: string;
            scope: string;
            scopeName: string;
            reason: string;
            means: string;
            /** @enum {string} */
            status: "applied" | "admitted" | "refused" | "withdrawn";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            appliedAt: string;
            decidedAt: string | null;
            ground: string | null;
            from: string | null;
            to: string | null;
        };
        AdmissionList: {
            rows: components["schemas"]["Admission"][];
        };
        Admits: {
            admitted: boolean;
            entry: string | null;
            /** @enum {string} */
            reason: "admitted" | "not_down" | "no_register" | "not_admitted" | "refused" | "expired";
        };
        AnswersChecked: {
            problems: {
                at: string;
                message: string;
            }[];
        };
        ApiToken: {
            id: string;
            name: string;
            /** @description Last four signs */
            ending: string;
            scopes: string[];
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            expiresAt: string;
            usedAt: string | null;
            revokedAt: string | null;
        };
        ApiTokenList: {
            rows: components["schemas"]["ApiToken"][];
        };
        AskedStatements: {
            rows: {
                number: number;
                text: string;
                /** @description What I answered last */
                position: (-1 | 0 | 1) | null;
                /** @description I said it */
                isMine: boolean;
            }[];
            /** @description Statements that are shown */
            total: number;
            /** @description Those I have not answered */
            unanswered: number;
        };
        Authorisation: {
            id: string;
        };
        Authorisations: {
            /** @description Who may act for me */
            given: {
                id: string;
                /** @description The other side: whom I authorised, or who authorised me */
                person: string;
                name: string;
                /** Format: date */
                from: string;
                /** @description First day on which it is over */
                to: string | null;
            }[];
            /** @description For whom I may act: name them in `onBehalfOf` */
            held: {
                id: string;
                /** @description The other side: whom I authorised, or who authorised me */
                person: string;
                name: string;
                /** Format: date */
                from: string;
                /** @description First day on which it is over */
                to: string | null;
            }[];
        };
        Ballot: {
            id: string;
            unit: string;
            title: components["schemas"]["Label"];
            /** @enum {string} */
            status: "drawn" | "appeals" | "open" | "closed" | "counted" | "void";
            secret: boolean;
            question: {
                /** @constant */
                method: "yesNo";
                options: {
                    id: string;
                    label: {
                        zh: string;
                        en: string;
                    };
                }[];
            } | {
                /** @constant */
                method: "chooseOne";
                options: {
                    id: string;
                    label: {
                        zh: string;
                        en: string;
                    };
                }[];
            } | {
                /** @constant */
                method: "chooseUpTo";
                options: {
                    id: string;
                    label: {
                        zh: string;
                        en: string;
                    };
                }[];
                seats: number;
                most: number;
            } | {
                /** @constant */
                method: "score";
                options: {
                    id: string;
                    label: {
                        zh: string;
                        en: string;
                    };
                }[];
                scale: {
                    min: number;
                    max: number;
                };
            } | {
                /** @constant */
                method: "ranked";
                options: {
                    id: string;
                    label: {
                        zh: string;
                        en: string;
                    };
                }[];
                /** @enum {string} */
                ranking: "schulze" | "irv";
            } | {
                /** @constant */
                method: "consent";
                options: {
                    id: string;
                    label: {
                        zh: string;
                        en: string;
                    };
                }[];
            };
            rule: {
                id: string;
                version: number;
                label: {
                    zh: string;
                    en: string;
                };
                tests: {
                    /**
                     * 计票口径
                     * @enum {string}
                     */
                    base: "heads" | "area" | "households" | "members" | "present";
                    /** 参与要求 */
                    turnout: {
                        /** 分子 */
                        numerator: number;
                        /** 分母 */
                        denominator: number;
                        /** 含本数（以上） */
                        inclusive: boolean;
                    } | null;
                    /** 同意要求 */
                    approval: {
                        /** 分子 */
                        numerator: number;
                        /** 分母 */
                        denominator: number;
                        /** 含本数（以上） */
                        inclusive: boolean;
                    } | null;
                }[];
                quorum: {
                    /** @enum {string} */
                    base: "heads" | "area" | "households" | "members" | "present";
                    atLeast: number;
                } | null;
                /** @enum {string} */
                abstention: "counts_in_base" | "not_counted";
                /** @enum {string} */
                void: "counts_in_base" | "not_counted";
                /** @enum {string} */
                silence: "not_counted" | "with_majority";
                /** @enum {string} */
                tie: "fails" | "vote_again" | "chair_decides";
                /** @enum {string} */
                status: "found" | "unverified" | "to_be_confirmed";
                law: string;
                /** Format: date */
                validFrom: string;
                validTo: string | null;
                note?: {
                    zh: string;
                    en: string;
                };
                /** @enum {string} */
                body?: "parlour" | "council" | "representatives" | "assembly" | "owners";
                scopes?: ("compound" | "building" | "stairwell")[];
                casting?: {
                    /** @enum {string} */
                    by: "delegate" | "delegateOrAnyAdult" | "agreedOwner" | "anyOwner";
                    /** @enum {string} */
                    status: "found" | "unverified" | "to_be_confirmed";
                    law: string;
                };
                extension?: {
                    mostMonths: number;
                    /** @enum {string} */
                    status: "found" | "unverified" | "to_be_confirmed";
                    law: string;
                };
                noRepeat?: {
                    months: number;
                    unlessCommittee: {
                        /** 分子 */
                        numerator: number;
                        /** 分母 */
                        denominator: number;
                        /** 含本数（以上） */
                        inclusive: boolean;
                    };
                    /** @enum {string} */
                    status: "found" | "unverified" | "to_be_confirmed";
                    law: string;
                };
                petition?: {
                    shares: {
                        /** @enum {string} */
                        of: "adults" | "households" | "groups";
                        share: {
                            /** 分子 */
                            numerator: number;
                            /** 分母 */
                            denominator: number;
                            /** 含本数（以上） */
                            inclusive: boolean;
                        };
                    }[];
                    /** @enum {string} */
                    status: "found" | "unverified" | "to_be_confirmed";
                    law: string;
                };
                confirmed?: {
                    by: string;
                    /** Format: date */
                    on: string;
                };
            };
            /**
             * Format: date
             * @description The day the roll is taken of
             */
            rollDay: string;
            openedAt: string | null;
            closesAt: string | null;
            closedAt: string | null;
            countedAt: string | null;
            openingFingerprint: string | null;
            finalFingerprint: string | null;
            /** @description Verdict with its certificate, once counted */
            decision: components["schemas"]["__schema0"] | null;
        };
        BallotProxies: {
            rows: components["schemas"]["BallotProxy"][];
        };
        BallotProxy: {
            id: string;
            entry: string;
            giver: string;
            holder: string;
            file: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            revokedAt: string | null;
        };
        BallotRoll: {
            doubts: {
                record: string;
                doubt: string;
                entry: string | null;
            }[];
            rows: {
                entry: string;
                /** @description Weight by base, whole numbers; areas in 0.01 m² */
                weights: {
                    [key: string]: number;
                };
                building: string | null;
                stairwell: string | null;
                premises: string[];
                household: string | null;
                casters: string[];
                contested: boolean;
                removed: boolean;
            }[];
        };
        BallotTurnout: {
            rows: {
                building: string | null;
                entries: number;
                took: number;
            }[];
        };
        Blocks: {
            unit: {
                id: string;
                name: string;
                kind: string;
            };
            /** @description Child units with everything below each */
            rows: {
                unit: {
                    id: string;
                    name: string;
                    kind: string;
                };
                open: number;
                /** @description Open with a clock that is past */
                overdue: number;
                /** @description Ended within twelve months */
                done: number;
                /** @description Of those judged within twelve months */
                solved: {
                    numerator: number;
                    denominator: number;
                    percent: string | null;
                };
            }[];
            /** @description With what stands at the unit itself */
            total: {
                open: number;
                /** @description Open with a clock that is past */
                overdue: number;
                /** @description Ended within twelve months */
                done: number;
                /** @description Of those judged within twelve months */
                solved: {
                    numerator: number;
                    denominator: number;
                    percent: string | null;
                };
            };
        };
        Calendar: {
            name: string;
            /** @description Whose own calendar it is; null: the installation’s */
            unit: string | null;
            version: number;
            /**
             * Format: date-time
             * @description It holds from then on
             */
            at: string;
            reason: string;
            /** @description Name of the person; null: the program */
            by: string | null;
            /** @description When every clock on the version before was measured anew; null: going on */
            finishedAt: string | null;
            /** @description Cases in which a clock moved then */
            moved: number;
            calendar: {
                zone: string;
                roundTheClock: boolean;
                week: {
                    [key: string]: {
                        from: string;
                        /** @description Up to 24:00 */
                        to: string;
                    }[];
                };
                ordinaryDay: {
                    from: string;
                    /** @description Up to 24:00 */
                    to: string;
                }[];
                /** @description Years whose holidays are known */
                confirmedYears: number[];
                exceptions: {
                    /** Format: date */
                    date: string;
                    open: boolean;
                    intervals?: {
                        from: string;
                        /** @description Up to 24:00 */
                        to: string;
                    }[];
                    label?: string;
                }[];
            };
            /** @description Newest first */
            versions: {
                name: string;
                /** @description Whose own calendar it is; null: the installation’s */
                unit: string | null;
                version: number;
                /**
                 * Format: date-time
                 * @description It holds from then on
                 */
                at: string;
                reason: string;
                /** @description Name of the person; null: the program */
                by: string | null;
                /** @description When every clock on the version before was measured anew; null: going on */
                finishedAt: string | null;
                /** @description Cases in which a clock moved then */
                moved: number;
            }[];
        };
        CalendarEdited: {
            versions: {
                name: string;
                /** @description Whose own calendar it is; null: the installation’s */
                unit: string | null;
                version: number;
                /**
                 * Format: date-time
                 * @description It holds from then on
                 */
                at: string;
                reason: string;
                /** @description Name of the person; null: the program */
                by: string | null;
                /** @description When every clock on the version before was measured anew; null: going on */
                finishedAt: string | null;
                /** @description Cases in which a clock moved then */
                moved: number;
            }[];
        };
        CalendarPreview: {
            /** @description Running clocks on this calendar */
            clocks: number;
            /** @description Cases that were looked into: those due first */
            looked: number;
            moved: {
                case: string;
                clock: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                before: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                after: string;
            }[];
        };
        Calendars: {
            rows: {
                name: string;
                /** @description Whose own calendar it is; null: the installation’s */
                unit: string | null;
                version: number;
                /**
                 * Format: date-time
                 * @description It holds from then on
                 */
                at: string;
                reason: string;
                /** @description Name of the person; null: the program */
                by: string | null;
                /** @description When every clock on the version before was measured anew; null: going on */
                finishedAt: string | null;
                /** @description Cases in which a clock moved then */
                moved: number;
                calendar: {
                    zone: string;
                    roundTheClock: boolean;
                    week: {
                        [key: string]: {
                            from: string;
                            /** @description Up to 24:00 */
                            to: string;
                        }[];
                    };
                    ordinaryDay: {
                        from: string;
                        /** @description Up to 24:00 */
                        to: string;
                    }[];
                    /** @description Years whose holidays are known */
                    confirmedYears: number[];
                    exceptions: {
                        /** Format: date */
                        date: string;
                        open: boolean;
                        intervals?: {
                            from: string;
                            /** @description Up to 24:00 */
                            to: string;
                        }[];
                        label?: string;
                    }[];
                };
            }[];
        };
        Call: {
            id: string;
            person: string;
            name: string;
            address: string;
            /** @description Masked; shown in clear, journaled, to whoever makes the call */
            phone: string | null;
            /** @enum {string} */
            reason: "no_channel" | "unread" | "failed";
            /** @enum {string} */
            status: "open" | "done" | "given_up" | "moot";
            say: {
                zh: string;
                en: string;
            };
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            doneAt: string | null;
            attempts: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                /** Format: date */
                onDate: string;
                by: string;
                /** @enum {string} */
                outcome: "reached" | "not_reached" | "refused" | "moved";
            }[];
        };
        CallPage: {
            rows: components["schemas"]["Call"][];
            next: string | null;
        };
        CallPhone: {
            phone: string;
        };
        Case: {
            id: string;
            workflow: string;
            version: number;
            /** @enum {string} */
            status: "active" | "done" | "cancelled";
            stage: {
                key: string;
                label: components["schemas"]["Label"];
            };
            title: string | null;
            unit: string;
            category: string | null;
            /** @enum {string} */
            visibility: "public" | "internal" | "reserved" | "confidential";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            changedAt: string;
            nextDueAt: string | null;
            parent: string | null;
            workflowLabel: components["schemas"]["Label"];
            states: {
                id: string;
                label: components["schemas"]["Label"];
            }[];
            clocks: components["schemas"]["Clock"][];
            /** @description Acts the caller may do now */
            abilities: components["schemas"]["Ability"][];
            awaits: {
                state: string;
                label: components["schemas"]["Label"];
                who: {
                    role?: string;
                    of?: string;
                    relation?: string;
                    not?: string[];
                }[];
                acts: string[];
                clock?: string;
            }[];
            children: {
                id: string;
                workflow: string;
                /** @enum {string} */
                status: "active" | "done" | "cancelled";
                stage: string;
                unit: string;
            }[];
            links: {
                to: string;
                relation: string;
            }[];
            /** @description Who is related to it, and how; for those who work on it */
            parties?: {
                relation: string;
                person?: string;
                unit?: string;
            }[];
            /** @description What the workflow remembers; for those who work on it */
            context?: components["schemas"]["__schema0"];
            /** @description Free texts by id; null when erased */
            texts: {
                [key: string]: string | null;
            };
            /** @description Id of the pinned policy version */
            policy: string;
            /** @description Version of the workflow */
            definition: number;
            /** @description Effects that failed for good and wait for somebody */
            incidents: number;
        };
        CaseAnnex: {
            unitName: string;
            place: components["schemas"]["NamedUnit"] | null;
            category: components["schemas"]["Label"] | null;
            /** @description Our account number */
            number: string | null;
            /** @description Numbers others know it by; for those who work on cases */
            numbers: {
                system: string;
                number: string;
            }[];
            /** @description Unit whose turn it is */
            holder: components["schemas"]["NamedUnit"] | null;
            state: string | null;
            /** @description What it waits for first */
            waitsFor: components["schemas"]["Label"] | null;
            since: string | null;
            /** @description The clock that is due first */
            clock: components["schemas"]["Label"] | null;
            dueAt: string | null;
            isOverdue: boolean;
            /** @description A clock that stands still, since when and why */
            paused: {
                clock: components["schemas"]["Label"];
                since: string | null;
                /** @description As typed by whoever asked for it, where the caller may read that; else what is waited for */
                why: components["schemas"]["Label"];
                /** @description When it goes on by itself at the latest; null: only by an act */
                until: string | null;
            } | null;
        };
        CaseAsOf: {
            id: string;
            seq: number;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            /** @enum {string} */
            status: "active" | "done" | "cancelled";
            states: {
                id: string;
                label: components["schemas"]["Label"];
            }[];
            /** @description Acts the case would have taken, from whomever */
            acts: string[];
            awaits: {
                state: string;
                label: components["schemas"]["Label"];
                who: {
                    role?: string;
                    of?: string;
                    relation?: string;
                    not?: string[];
                }[];
                acts: string[];
            }[];
            context?: components["schemas"]["__schema0"];
        };
        CasePage: {
            rows: components["schemas"]["CaseRow"][];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
            /** @description When asked for */
            total?: {
                count: number;
                /** @description There are more than were counted */
                isMore: boolean;
            };
        };
        CasePath: {
            rows: {
                seq: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                /** @description Ids of the states it stood in afterwards, outer ones included */
                states: string[];
            }[];
        };
        CaseRow: {
            id: string;
            workflow: string;
            version: number;
            /** @enum {string} */
            status: "active" | "done" | "cancelled";
            stage: {
                key: string;
                label: components["schemas"]["Label"];
            };
            title: string | null;
            unit: string;
            category: string | null;
            /** @enum {string} */
            visibility: "public" | "internal" | "reserved" | "confidential";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            changedAt: string;
            nextDueAt: string | null;
            parent: string | null;
            /** @description In lists */
            annex?: components["schemas"]["CaseAnnex"];
            /** @description Acts the caller may do now, when asked for */
            abilities?: {
                act: string;
                label: components["schemas"]["Label"];
            }[];
        };
        CastPaper: {
            ballot: string;
            entry: string;
            revision: number;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            castAt: string;
            /**
             * @description `setAside` while the voting unit is contested
             * @enum {string}
             */
            state: "counted" | "setAside" | "withdrawn";
            /** @description Only when the voter brought none: kept nowhere, shown this once. Never of a paper somebody else entered */
            receipt: string | null;
        };
        Catalogue: {
            rows: {
                id: string;
                parent: string | null;
                unit: string;
                code: string;
                name: components["schemas"]["Label"];
                /** @description Who may decide it at all */
                competence: ("residents" | "owners" | "department" | "nobody") | null;
                limits: {
                    [key: string]: {
                        amount: number;
                        unit: string;
                    };
                };
            }[];
        };
        Chain: {
            case: string;
            title: string | null;
            unit: string;
            unitName: string;
            /** @enum {string} */
            status: "active" | "done" | "cancelled";
            stage: string;
            /** @description Template and version it was begun with */
            template: string | null;
            /** @description Why the template could not be used */
            trouble: string | null;
            differences: {
                step: string;
                /** @description Name of the department; null: none is named yet */
                from: string | null;
                /** @description Name of the department; null: none is named yet */
                to: string | null;
            }[];
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            startedAt: string;
            begunAt: string | null;
            endedAt: string | null;
            sittings: number;
            percent: number;
            seals: {
                affixed: number;
                wanted: number;
            };
            counts: {
                [key: string]: number;
            };
            /** @description Steps in somebody’s hand, the longest waiting first */
            held: string[];
            /** @description Steps the next signatures may open */
            next: string[];
            criticalPath: {
                steps: string[];
                days: number;
            };
            steps: {
                id: string;
                name: string;
                /** @enum {string} */
                kind: "signOff" | "approval" | "opinion" | "meeting";
                unit: string | null;
                /** @description Name of the department; null: none is named yet */
                unitName: string | null;
                /**
                 * @description `expired`: it ran out and is being renewed
                 * @enum {string}
                 */
                state: "waiting" | "open" | "signed" | "refused" | "dropped" | "expired";
                /**
                 * @description Who has it now
                 * @enum {string}
                 */
                hand: "nobody" | "group" | "department" | "upper";
                /** @description State of the seal: what the hand is to do */
                doing: string | null;
                /**
                 * Format: date-time
                 * @description Since when it is in this hand, or in this state
                 */
                since: string;
                /** @description Until when; null: no clock runs, or it stands still */
                dueAt: string | null;
                overdue: boolean;
                /** @description Case of the seal while it is out */
                case: string | null;
                round: number;
                seals: number;
                affixed: number;
                /** @description Papers nobody has handed in, or the department still misses */
                missing: string[];
                /** @description Steps it waits for */
                waitsFor: string[];
                number: string | null;
                document: string | null;
                validUntil: string | null;
                /** @description Calendar days from hand-in to the signature */
                days: number | null;
                onCriticalPath: boolean;
            }[];
        };
        ChainTemplate: {
            template: string;
            version: number;
            unit: string | null;
            name: string;
            case: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            savedAt: string;
            /** @description Steps, with the days they usually take */
            steps: {
                [key: string]: components["schemas"]["__schema0"];
            }[];
            versions: {
                template: string;
                version: number;
                unit: string | null;
                name: string;
                case: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                savedAt: string;
                steps: number;
            }[];
        };
        ChainTemplates: {
            rows: {
                template: string;
                version: number;
                unit: string | null;
                name: string;
                case: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                savedAt: string;
                steps: number;
            }[];
        };
        Change: {
            id: string;
            version: number;
            workflow: string;
            /** @enum {string} */
            status: "active" | "done" | "cancelled";
            stage: string;
        };
        Claim: {
            id: string;
            household: string;
            person: string;
            /**
             * @description What the household is visited for
             * @enum {string}
             */
            purpose: "care" | "safety" | "needs" | "warning";
            /** @enum {string} */
            state: "asked" | "in force" | "declined" | "ended";
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            askedAt: string;
            assignedBy: string | null;
        };
        ClaimList: {
            rows: components["schemas"]["Claim"][];
        };
        Clock: {
            clock: string;
            name: string;
            label: components["schemas"]["Label"];
            /** @enum {string} */
            state: "running" | "paused" | "due";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            dueAt: string;
            /** @description While it stands still: since when and why */
            paused: {
                since: string | null;
                /** @description As typed by whoever asked for it, where the caller may read that; else what is waited for */
                why: components["schemas"]["Label"];
                /** @description When it goes on by itself at the latest; null: only by an act */
                until: string | null;
            } | null;
            /** @description Years it depends on whose holidays nobody has confirmed */
            unconfirmedYears: number[];
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            armedAt: string;
            rungs: {
                name: string;
                /** @enum {string} */
                severity: "remind" | "blue" | "red" | "urge" | "supervise";
                /** @description Null while a pause holds it back */
                at: string | null;
                fired: boolean;
            }[];
            /** @description Why it is due then, in words */
            explanation: components["schemas"]["Label"];
        };
        ClockExplanation: {
            clock: string;
            name: string;
            label: components["schemas"]["Label"];
            /** @enum {string} */
            state: "running" | "paused" | "due";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            dueAt: string;
            /** @description The same in sentences, in the order of reading */
            said: components["schemas"]["Label"][];
            calendar: {
                name: string;
                zone: string;
                unit: string | null;
                version: number | null;
            };
            budget: {
                amount: number;
                /** @enum {string} */
                unit: "minute" | "hour" | "businessHour" | "day" | "workingDay";
            } | {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                until: string;
            };
            /** @enum {string} */
            counts: "open" | "elapsed" | "fixed";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            armedAt: string;
            unconfirmedYears: number[];
            days: {
                date: string;
                countedMs: number;
                counted: {
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC with milliseconds
                     */
                    from: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC with milliseconds
                     */
                    to: string;
                }[];
                /** @enum {string} */
                skipped?: "closedWeekday" | "closedException" | "outsideHours" | "paused";
                exception?: string;
                /** @constant */
                isStartDay?: true;
            }[];
            isCut: boolean;
            pauses: {
                reason: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                from: string;
                to: string | null;
                savedMs: number;
            }[];
            extensions: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                by: {
                    amount: number;
                    /** @enum {string} */
                    unit: "minute" | "hour" | "businessHour" | "day" | "workingDay";
                };
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                dueBefore: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                dueAfter: string;
            }[];
            moves: {
                seq: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                before: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                after: string;
                calendar: string;
                unit: string | null;
                version: number;
                reason: string;
            }[];
        };
        ConsentList: {
            rows: {
                id: string;
                purpose: string;
                textVersion: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                givenAt: string;
                givenBy: string;
                /** @enum {string} */
                channel: "self" | "delegate" | "slip" | "door";
                slip: string | null;
                withdrawnAt: string | null;
            }[];
        };
        ConsentTexts: {
            rows: {
                /** @enum {string} */
                purpose: "meterWatching" | "healthNote" | "photoPublication" | "contactSharing";
                version: string;
                isSeparate: boolean;
                text: components["schemas"]["Label"];
            }[];
        };
        Contest: {
            id: string;
        };
        Contests: {
            rows: {
                id: string;
                entry: string;
                reason: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                by: string;
            }[];
        };
        CorrectionList: {
            rows: {
                id: string;
                person: string;
                field: string;
                wanted: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                askedAt: string;
                /** @enum {string} */
                state: "open" | "done" | "refused";
                answer: string | null;
            }[];
        };
        CostTable: {
            case: string;
            title: string | null;
            unitName: string;
            stage: string;
            /** @description In fen */
            total: number;
            /** @description In fen */
            pledged: number;
            /** @description In fen */
            paid: number;
            /** @description Cash that was taken and that nobody could count, written off by name; no part of what is paid */
            writtenOff: number;
            /** @description In fen */
            refunded: number;
            /** @description Shortfall: what nobody has pledged */
            unpledged: number;
            /** @description What was written off included */
            unpaid: number;
            rows: {
                /** @description Floor or flat */
                label: string;
                flats: number;
                /** @description In fen */
                share: number;
                /** @description In fen */
                pledged: number;
                /** @description In fen */
                paid: number;
                /** @description Cash that was taken and that nobody could count, written off by name; no part of what is paid */
                writtenOff: number;
                /** @description In fen */
                refunded: number;
            }[];
        };
        CovenantTemplates: {
            rows: {
                key: string;
                /** @enum {string} */
                kind: "covenant" | "pledge" | "procedure";
                title: components["schemas"]["Label"];
                text: string;
            }[];
        };
        Decided: {
            id: string;
            /** @enum {string} */
            status: "retried" | "skipped" | "resolved";
        };
        Delivery: {
            id: string;
            case: string;
            /** @enum {string} */
            channel: "email" | "sms" | "robot";
            /** @enum {string} */
            urgency: "emergency" | "important" | "routine";
            /** @enum {string} */
            lane: "emergency" | "single" | "digest";
            /** @enum {string} */
            status: "pending" | "sent" | "skipped" | "failed";
            reason: ("read" | "preference" | "no_address" | "person_gone" | "message_gone" | "not_set_up" | "refused" | "exhausted") | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            nextAt: string;
            attempts: number;
            /** @description A code, never the words of the other side */
            lastError: string | null;
            doneAt: string | null;
        };
        DeliveryPage: {
            rows: components["schemas"]["Delivery"][];
            next: string | null;
        };
        DeliveryStanding: {
            rows: {
                channel: string;
                due: number;
                waiting: number;
                failed: number;
                sent: number;
                oldestDueAt: string | null;
                lastError: string | null;
            }[];
        };
        DeskCounts: {
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            asOf: string;
            /**
             * Format: date-time
             * @description End of the working day from now on: what is due before it is due soon
             */
            soonBefore: string;
            total: {
                count: number;
                overdue: number;
                /** @description Due within one working day, and not overdue */
                dueSoon: number;
            };
            /** @description By what it waits for, most urgent first */
            states: {
                workflow: string;
                workflowLabel: components["schemas"]["Label"];
                /** @description For `state` of the desk */
                state: string;
                /** @description What it waits for */
                label: components["schemas"]["Label"];
                count: number;
                overdue: number;
                /** @description Due within one working day, and not overdue */
                dueSoon: number;
                firstDueAt: string | null;
            }[];
            /** @description Tasks of the units whose work I do, by queue; empty for whoever does none. A task may be in several */
            queues: {
                /** @enum {string} */
                queue: "toAccept" | "toAssign" | "underWay" | "toSign" | "dueSoon" | "overdue" | "toVerify";
                label: components["schemas"]["Label"];
                count: number;
                overdue: number;
                /** @description Due within one working day, and not overdue */
                dueSoon: number;
            }[];
        };
        DeskItem: {
            /** @description Id of the case */
            id: string;
            version: number;
            workflow: string;
            title: string | null;
            unit: string;
            stage: {
                key: string;
                label: components["schemas"]["Label"];
            };
            state: string;
            /** @description What it waits for */
            label: components["schemas"]["Label"];
            acts: {
                act: string;
                label: components["schemas"]["Label"];
            }[];
            clock: string | null;
            dueAt: string | null;
            isOverdue: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            since: string;
            annex: components["schemas"]["CaseAnnex"];
        };
        DeskPage: {
            rows: components["schemas"]["DeskItem"][];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        DigestList: {
            rows: {
                /** @enum {string} */
                period: "day" | "week" | "month" | "quarter";
                name: string;
                from: string;
                to: string;
                digest: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                madeAt: string;
            }[];
        };
        Done: {
            /** @description Id of the case */
            id: string;
            version: number;
            /** @enum {string} */
            status: "active" | "done" | "cancelled";
            stage: {
                key: string;
                label: components["schemas"]["Label"];
            };
            /** @description Answered from memory: this key was carried out before */
            repeated: boolean;
            /** @description A start found the case by a unique number: nothing was written */
            existing: boolean;
            effects: {
                kind: string;
                name: string;
                id?: string;
            }[];
        };
        DoorstepList: {
            rows: {
                entry: string;
                stairwell: string | null;
                doors: string[];
                casters: {
                    person: string;
                    name: string | null;
                }[];
            }[];
        };
        DutyList: {
            rows: {
                /** @enum {string} */
                duty: "build" | "patrol" | "maintain" | "approve" | "handle" | "assist";
                /** @description null: nobody above the place is of the kind named */
                unit: string | null;
                unitName: string | null;
                role: string | null;
                holders: {
                    person: string;
                    name: string;
                }[];
            }[];
        };
        DutyTurn: {
            id: string;
            unit: string;
            /** @description 1 is rung first, 2 when the first does not answer */
            line: number;
            person: string;
            personName: string;
            phone: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            endsAt: string;
        };
        Ended: {
            /** @description Sessions that ended */
            ended: number;
        };
        Enrolment: {
            /** @description Base32, to be typed where no picture can be taken */
            secret: string;
            uri: string;
            /** @description QR code, SVG */
            picture: string;
        };
        Erasure: {
            id: string;
            person: string;
            /** @enum {string} */
            ground: "purpose achieved" | "consent withdrawn" | "unlawful" | "retention over" | "moved away or died";
            /** @enum {string} */
            state: "asked" | "confirmed" | "refused" | "done";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            askedAt: string;
            askedBy: string;
            decidedAt: string | null;
            decidedBy: string | null;
            /** @description Why it was refused */
            answer: string | null;
            doneAt: string | null;
            /** @description Records erased in each room that has finished */
            progress: {
                [key: string]: number;
            };
        };
        ErasureList: {
            rows: components["schemas"]["Erasure"][];
        };
        File: {
            id: string;
            /** @enum {string} */
            kind: "image" | "document" | "audio";
            mediaType: string;
            bytes: number;
            sha256: string;
            width: number | null;
            height: number | null;
            hasThumbnail: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            attachedTo: ("case" | "guide" | "consent") | null;
            subject: string | null;
            isPublished: boolean;
            isMine: boolean;
        };
        FileList: {
            rows: components["schemas"]["File"][];
        };
        FileReviewed: {
            file: string;
            isPublished: boolean;
        };
        Filed: Record<string, never>;
        Follow: {
            case: string;
            follows: boolean;
            followers: number;
        };
        Health: {
            /** @enum {string} */
            status: "ok" | "failing";
            checks?: {
                [key: string]: {
                    ok: boolean;
                    detail?: string;
                };
            };
        };
        HeldHouseholds: {
            rows: {
                claim: string;
                household: string;
                address: string;
                flat: string;
                /**
                 * @description What the household is visited for
                 * @enum {string}
                 */
                purpose: "care" | "safety" | "needs" | "warning";
                /** Format: date */
                to: string;
                lastVisit: string | null;
                /**
                 * Format: date
                 * @description When the next visit is due
                 */
                due: string;
            }[];
        };
        Home: {
            /** @description Null: a visitor */
            person: {
                id: string;
                name: string;
            } | null;
            /** @description Where the caller lives, nearest first: stairwell, building, compound, community */
            units: {
                id: string;
                name: string;
                kind: string;
                phone: string | null;
            }[];
            community: components["schemas"]["NamedUnit"] | null;
            unread: number;
            /** @description Matters I reported, support or follow; private ones stand in `needs` */
            mine: {
                case: string;
                workflow: string;
                title: string | null;
                /** @enum {string} */
                status: "active" | "done" | "cancelled";
                stage: {
                    key: string;
                    label: components["schemas"]["Label"];
                };
                unit: components["schemas"]["NamedUnit"];
                place: components["schemas"]["NamedUnit"] | null;
                category: {
                    id: string;
                    name: components["schemas"]["Label"];
                } | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                changedAt: string;
                dueAt: string | null;
                isLate: boolean;
                waitsFor: components["schemas"]["Label"] | null;
                supporters: number;
                /** @description Published picture: address of a small one */
                photo: string | null;
                /** @description What the caller is to it */
                relations: {
                    key: string;
                    label: components["schemas"]["Label"];
                }[];
                /** @description What the caller may do now */
                acts: {
                    act: string;
                    label: components["schemas"]["Label"];
                }[];
            }[];
            /** @description My private needs, shown to me and those who serve them */
            needs: {
                case: string;
                workflow: string;
                title: string | null;
                /** @enum {string} */
                status: "active" | "done" | "cancelled";
                stage: {
                    key: string;
                    label: components["schemas"]["Label"];
                };
                unit: components["schemas"]["NamedUnit"];
                place: components["schemas"]["NamedUnit"] | null;
                category: {
                    id: string;
                    name: components["schemas"]["Label"];
                } | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                changedAt: string;
                dueAt: string | null;
                isLate: boolean;
                waitsFor: components["schemas"]["Label"] | null;
                supporters: number;
                /** @description Published picture: address of a small one */
                photo: string | null;
                /** @description What the caller is to it */
                relations: {
                    key: string;
                    label: components["schemas"]["Label"];
                }[];
                /** @description What the caller may do now */
                acts: {
                    act: string;
                    label: components["schemas"]["Label"];
                }[];
            }[];
            /** @description Outcomes that wait for my word */
            reviews: {
                case: string;
                workflow: string;
                title: string | null;
                /** @enum {string} */
                status: "active" | "done" | "cancelled";
                stage: {
                    key: string;
                    label: components["schemas"]["Label"];
                };
                unit: components["schemas"]["NamedUnit"];
                place: components["schemas"]["NamedUnit"] | null;
                category: {
                    id: string;
                    name: components["schemas"]["Label"];
                } | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                changedAt: string;
                dueAt: string | null;
                isLate: boolean;
                waitsFor: components["schemas"]["Label"] | null;
                supporters: number;
                /** @description Published picture: address of a small one */
                photo: string | null;
                /** @description What the caller is to it */
                relations: {
                    key: string;
                    label: components["schemas"]["Label"];
                }[];
                /** @description What the caller may do now */
                acts: {
                    act: string;
                    label: components["schemas"]["Label"];
                }[];
            }[];
            /** @description Public matters of the community, changed last */
            recent: {
                case: string;
                workflow: string;
                title: string | null;
                /** @enum {string} */
                status: "active" | "done" | "cancelled";
                stage: {
                    key: string;
                    label: components["schemas"]["Label"];
                };
                unit: components["schemas"]["NamedUnit"];
                place: components["schemas"]["NamedUnit"] | null;
                category: {
                    id: string;
                    name: components["schemas"]["Label"];
                } | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                changedAt: string;
                dueAt: string | null;
                isLate: boolean;
                waitsFor: components["schemas"]["Label"] | null;
                supporters: number;
                /** @description Published picture: address of a small one */
                photo: string | null;
                /** @description What the caller is to it */
                relations: {
                    key: string;
                    label: components["schemas"]["Label"];
                }[];
                /** @description What the caller may do now */
                acts: {
                    act: string;
                    label: components["schemas"]["Label"];
                }[];
            }[];
            ballots: {
                ballot: string;
                title: components["schemas"]["Label"];
                unit: components["schemas"]["NamedUnit"];
                secret: boolean;
                status: string;
                closesAt: string | null;
                /** @description Voting units I may cast for */
                entries: number;
                /** @description Of them already cast */
                cast: number;
            }[];
            notices: {
                publication: string;
                case: string | null;
                issue: string | null;
                title: string | null;
                text: string | null;
                unit: components["schemas"]["NamedUnit"];
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                until: string;
                /** @description Whole days, today included */
                daysLeft: number;
                blocking: boolean;
                /** @description What the caller may do now */
                acts: {
                    act: string;
                    label: components["schemas"]["Label"];
                }[];
            }[];
            consultations: {
                case: string;
                title: string | null;
                unit: components["schemas"]["NamedUnit"];
                /** @description What it waits for */
                label: components["schemas"]["Label"];
                closesAt: string | null;
                statements: number;
                /** @description What the caller may do now */
                acts: {
                    act: string;
                    label: components["schemas"]["Label"];
                }[];
            }[];
            /** @description Of public matters of the community */
            numbers: {
                open: number;
                overdue: number;
                /** @description In the last twelve months */
                done: number;
                byStage: {
                    key: string;
                    label: components["schemas"]["Label"];
                    count: number;
                }[];
            };
        };
        HouseholdView: {
            id: string;
            address: string;
            building: string;
            stairwell: string;
            premises: string | null;
            flat: string;
            /** @description Residents' group */
            group: string | null;
            people: {
                id: string;
                name: string;
                phone: string | null;
            }[];
            delegates: {
                person: string;
                name: string;
                from: string;
                to: string | null;
                slip: string | null;
            }[];
        };
        Import: {
            id: string;
            /** @enum {string} */
            kind: "units" | "premises" | "households" | "people" | "bodies" | "catalogue";
            /** @enum {string} */
            state: "uploaded" | "checked" | "applied" | "undone";
            unit: string;
            fileName: string;
            /** @enum {string} */
            format: "csv" | "xlsx";
            detail: string;
            sha256: string;
            bytes: number;
            /** Format: date */
            asOf: string;
            by: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            counts: {
                rows: number;
                new: number;
                changed: number;
                unchanged: number;
                errors: number;
                warnings: number;
                questions: number;
                skipped: number;
            };
            decisions: {
                [key: string]: string;
            };
            unknownColumns: string[];
            changes: string[];
            progress: {
                /** @enum {string} */
                phase: "check" | "apply";
                done: number;
                total: number;
            } | null;
        };
        ImportProblem: {
            row: number;
            column: string;
            code: string;
            /** @enum {string} */
            severity: "error" | "question" | "warning";
            message: string;
            remedy: string;
            value: string;
            /** @description For a question: ids a decision may name */
            candidates: string[];
        };
        Incident: {
            id: string;
            case: string;
            /** @enum {string} */
            kind: "effect" | "fault";
            name: string;
            error: string;
            attempts: number;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            since: string;
            /** @enum {string} */
            status: "open" | "retried" | "skipped" | "resolved";
        };
        IncidentPage: {
            rows: components["schemas"]["Incident"][];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        Inside: {
            people: {
                id: string;
                name: string;
                roleLabel: components["schemas"]["Label"];
                unit: string;
                unitName: string;
            }[];
            sections: {
                id: string;
                name: string;
                parentName: string;
            }[];
        };
        Installation: {
            name: components["schemas"]["Label"];
            version: string;
            /**
             * Format: date-time
             * @description The clock of the service
             */
            now: string;
            /** @description Zone people read times in */
            timeZone: string;
            /** @description Topmost units */
            roots: {
                id: string;
                name: string;
                kind: string;
            }[];
            /** @description Name of the other way in; null: passwords only */
            singleSignOn: string | null;
            emergency: {
                /** @enum {string} */
                kind: "police" | "fire" | "ambulance" | "utility";
                label: components["schemas"]["Label"];
                phone: string;
                /** @description Who answers it; null: the national number */
                unit: components["schemas"]["NamedUnit"] | null;
            }[];
            /** @description Null outside demonstration mode */
            demo: {
                /** @description Of every demo person */
                password: string;
                people: {
                    login: string;
                    person: string;
                    name: string;
                    title: components["schemas"]["Label"];
                    offices: {
                        role: string;
                        roleLabel: components["schemas"]["Label"];
                        /** @description Its name */
                        unit: string;
                    }[];
                }[];
                /** @description How far the demonstration year is */
                year: {
                    label: components["schemas"]["Label"];
                    percent: number;
                    isRunning: boolean;
                } | null;
            } | null;
        };
        IssuedSlips: {
            slips: {
                id: string;
                /** @description Printed on it, to name it by */
                number: string;
                /** @enum {string} */
                kind: "household" | "person" | "reset";
                /** @description The household or person */
                subject: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                expiresAt: string;
                /** @description Shown this once */
                code: string;
                /** @description For the QR code; the code stands behind the #, which is never sent to a server */
                url: string;
                building: string;
                /** @description Flat, or name of the person */
                label: string;
            }[];
        };
        JournalEntry: {
            seq: number;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            /** @enum {string} */
            kind: "started" | "act" | "clock" | "rung" | "childDone" | "childFailed" | "told" | "cancelled" | "policyAdopted" | "dropped" | "incident" | "checkpoint" | "textErased" | "reprojected" | "released";
            /** @description What happened, in words */
            label: components["schemas"]["Label"];
            act?: string;
            by: {
                /** @enum {string} */
                kind: "person" | "system";
                /** @description Left out for those who may not know */
                person?: string;
                onBehalfOf?: string;
                name?: string;
            };
            /** @description Details; for those who work on the case */
            body?: components["schemas"]["__schema0"];
            prevHash: string;
            hash: string;
        };
        JournalPage: {
            rows: components["schemas"]["JournalEntry"][];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        Label: {
            zh: string;
            en: string;
        };
        League: {
            /** @enum {string} */
            of: "department" | "dispatcher";
            /** @enum {string} */
            by: "response" | "onTime" | "solved" | "satisfied" | "redo" | "return" | "extension" | "dispatch";
            /** @description Local month, 2026-03 */
            from: string;
            /** @description Local month, 2026-03 */
            to: string;
            least: number;
            rows: {
                key: string | null;
                name: string | null;
                counts: {
                    [key: string]: number;
                };
                rates: {
                    [key: string]: {
                        numerator: number;
                        denominator: number;
                        /** @description Left out by an approved appeal: in neither number */
                        excluded: number;
                        /** @description One decimal, half up; null where nothing counts */
                        percent: string | null;
                    };
                };
                /** @description At least one in ten outcomes was called back about */
                callBackReached: boolean | null;
                /** @description Null: too few cases; equal rates share a place */
                rank: number | null;
            }[];
        };
        LedgerPage: {
            rows: {
                /** @description Null where the reader may not see the case */
                case: string | null;
                /** @description Account number: year, unit, number */
                number: string | null;
                /** @enum {string} */
                kind: "issue" | "task";
                unit: string;
                unitName: string | null;
                dispatcher: string;
                dispatcherName: string | null;
                category: string | null;
                part: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                openedAt: string;
                assignedAt: string | null;
                acceptedAt: string | null;
                publishedAt: string | null;
                finishedAt: string | null;
                endedAt: string | null;
                ending: string | null;
                dueAt: string | null;
                onTime: boolean | null;
                held: boolean;
                /** @description Units that had it */
                turns: number;
                extensions: number;
                redone: boolean;
                supervised: boolean;
                asked: number;
                answered: number;
                silent: number;
                solved: boolean | null;
                satisfied: boolean | null;
                /** @description Rates it is left out of, with the case that says so */
                excludedBy: {
                    [key: string]: string;
                } | null;
            }[];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        LegalHold: {
            id: string;
            person: string;
            authority: string;
            /** Format: date */
            from: string;
            to: string | null;
            setBy: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            setAt: string;
        };
        LegalHoldList: {
            rows: components["schemas"]["LegalHold"][];
        };
        LookPage: {
            rows: {
                seq: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                by: string;
                byName: string;
                person: string | null;
                household: string | null;
                field: string;
                case: string | null;
                reason: string | null;
            }[];
            next: string | null;
        };
        Made: {
            id: string;
        };
        MadeToken: {
            id: string;
            name: string;
            /** @description Last four signs */
            ending: string;
            scopes: string[];
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            expiresAt: string;
            usedAt: string | null;
            revokedAt: string | null;
            /** @description Shown this once */
            token: string;
        };
        MadeWebhook: {
            webhook: components["schemas"]["Webhook"];
            /** @description Shown this once; signs every event */
            secret: string;
        };
        MatterView: {
            id: string;
            parent: string | null;
            unit: string;
            code: string;
            name: components["schemas"]["Label"];
            /** @description Who may decide it at all */
            competence: ("residents" | "owners" | "department" | "nobody") | null;
            limits: {
                [key: string]: {
                    amount: number;
                    unit: string;
                };
            };
            /** @description JSON Schema of the answers, or null */
            questions: components["schemas"]["__schema0"];
            guide: {
                text: components["schemas"]["Label"];
                pictures: string[];
            } | null;
        };
        Me: {
            person: string;
            name: string;
            unread: number;
            roles: {
                role: string;
                unit: string;
                unitName: string;
                held: string;
            }[];
            /** @description Workflows I may start somewhere */
            startable: {
                name: string;
                label: components["schemas"]["Label"];
            }[];
        };
        Message: {
            id: string;
            /** @description Null: about no case */
            case: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            about: string;
            severity: string | null;
            clock: string | null;
            text: string | null;
            /** @description What it says, where it is about no case */
            said: components["schemas"]["Label"] | null;
            readAt: string | null;
        };
        MessagePage: {
            rows: components["schemas"]["Message"][];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        ModeratedStatement: {
            number: number;
            /** @enum {string} */
            state: "waiting" | "shown" | "rejected" | "merged";
        };
        MyAccount: {
            logins: string[];
            hasPassword: boolean;
            secondFactor: {
                isSet: boolean;
                codesLeft: number;
            };
            /** @description Single sign-on */
            identities: {
                issuer: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                linkedAt: string;
            }[];
        };
        MyPositions: {
            /** @description The opinion group my answers put me in; nobody else is shown it */
            group: string | null;
            rows: {
                statement: number;
                /** @description 1 agree, 0 pass, −1 disagree */
                position: -1 | 0 | 1;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
            }[];
        };
        MyStatements: {
            rows: {
                number: number;
                text: string | null;
                /** @enum {string} */
                state: "waiting" | "shown" | "rejected" | "merged";
                /** @description Why a moderator decided so */
                reason: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                saidAt: string;
                mergedInto: number | null;
                /** @description A similar statement that a moderator proposes to merge with it: my consent is asked */
                asked: {
                    number: number;
                    text: string | null;
                } | null;
            }[];
        };
        NameList: {
            rows: {
                id: string;
                /** @enum {string} */
                kind: "unit" | "person";
                name: string;
            }[];
        };
        NamedUnit: {
            id: string;
            name: string;
        };
        NextVisit: {
            /**
             * Format: date
             * @description When the next visit is due
             */
            due: string;
        };
        NotificationPreferences: {
            /** @enum {string} */
            language: "zh" | "en";
            /** @description Channels in the order in which they are tried; an emergency takes all of them whatever is chosen */
            channels: {
                emergency: ("email" | "sms")[];
                important: ("email" | "sms")[];
                routine: ("email" | "sms")[];
            };
            /** @description Local hours; null: those of the installation */
            hours: {
                from: string;
                to: string;
            } | null;
            /** @description Routine messages come in one mail a day */
            digest: boolean;
            digestHour: number;
            /** @description Masked */
            email: string | null;
            isEmailConfirmed: boolean;
        };
        OpinionPicture: {
            version: number;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            isOpen: boolean;
            /** @description People who have answered; null: too few to say */
            people: number | null;
            /** @description Those of them with enough answers to be placed; the table counts these */
            placed: number;
            statements: number;
            positions: number;
            /** @description No number of fewer people is shown */
            leastShown: number;
            groups: {
                name: string;
                people: number;
                centre: [
                    number,
                    number
                ];
                /** @description Standard deviation along both axes */
                spread: [
                    number,
                    number
                ];
                /** @description What tells the group from the others, the strongest first */
                representative: {
                    statement: number;
                    /** @enum {string} */
                    leans: "agree" | "disagree";
                    counts: {
                        seen: number;
                        agree: number;
                        disagree: number;
                        pass: number;
                    };
                }[];
            }[];
            /** @description What all groups answer alike */
            united: {
                statement: number;
                /** @enum {string} */
                leans: "agree" | "disagree";
                /** @description Product of the groups’ shares */
                permille: number;
            }[];
            table: {
                statement: number;
                text: string;
                /** @description null: too few to be shown */
                counts: {
                    seen: number;
                    agree: number;
                    disagree: number;
                    pass: number;
                } | null;
                byGroup: {
                    seen: number;
                    agree: number;
                    disagree: number;
                    pass: number;
                }[] | null;
            }[];
            density: {
                centre: [
                    number,
                    number
                ];
                people: number;
            }[];
        };
        OwnBallots: {
            rows: {
                id: string;
                title: components["schemas"]["Label"];
                /** @enum {string} */
                status: "drawn" | "appeals" | "open" | "closed" | "counted" | "void";
                secret: boolean;
                closesAt: string | null;
                /** @description Voting units I may cast for */
                entries: number;
                /** @description How many of these have cast */
                cast: number;
            }[];
        };
        OwnLooks: {
            rows: {
                seq: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                by: string;
                byName: string;
                person: string | null;
                household: string | null;
                field: string;
                case: string | null;
            }[];
        };
        OwnVotingUnits: {
            rows: {
                entry: string;
                /** @description Weight by base, whole numbers; areas in 0.01 m² */
                weights: {
                    [key: string]: number;
                };
                /** @description Addresses of the flats; empty for a person */
                doors: string[];
                /**
                 * @description Of the paper in force; `none`: nothing was cast yet
                 * @enum {string}
                 */
                state: "counted" | "setAside" | "withdrawn" | "none";
                contested: boolean;
                castAt: string | null;
                channel: ("own" | "paper" | "hands" | "telephone" | "doorstep") | null;
                revision: number | null;
                /** @description Cast by me, not by another of the unit */
                isYours: boolean;
                /** @description Of a named ballot, one’s own */
                choice: components["schemas"]["__schema0"] | null;
            }[];
        };
        PaperInclusion: {
            /** @description The paper’s line in the published record: the leaf */
            line: string;
            /** @description Merkle proof (RFC 6962) */
            proof: components["schemas"]["__schema0"];
            root: string;
        };
        Particulars: {
            petition: {
                /**
                 * @description Whose signatures are collected
                 * @enum {string}
                 */
                base: "adults" | "households" | "groups";
                /** @description Null: erased */
                reason: string | null;
                /** @description How many there are in all; null until somebody has said so */
                size: number | null;
                share: {
                    numerator: number;
                    denominator: number;
                    inclusive: boolean;
                };
                /** @description Signatures that make the committee call the meeting */
                needed: number | null;
                /** @description That count; who signed is not told */
                signatures: number;
                /** @description The caller has signed */
                hasSigned: boolean;
                /** @description When the meeting that was called begins */
                meetsAt: string | null;
            } | null;
            covenant: {
                /** @enum {string} */
                kind: "covenant" | "pledge" | "procedure";
                /** @description The text that was adopted, else the draft as it is shown */
                text: string | null;
                isAdopted: boolean;
                /** @description What the legal officer found */
                finding: string | null;
                /** @description How many have signed a pledge */
                signatories: number;
                /** @description The caller has signed */
                hasSigned: boolean;
                /** @description Where it stands in the register */
                entry: {
                    id: string;
                    number: string;
                    version: number;
                    /** Format: date */
                    inForceFrom: string;
                } | null;
                filing: {
                    number: string | null;
                    /** Format: date */
                    on: string;
                } | null;
            } | null;
            deliberation: {
                /** @description The most backed first */
                measures: {
                    number: number;
                    /** @description Null: erased */
                    text: string | null;
                    backers: number;
                }[];
                amendments: {
                    number: number;
                    measure: number;
                    /** @description Null: erased */
                    text: string | null;
                    /** @enum {string} */
                    state: "proposed" | "accepted" | "declined";
                    /** @description Null: erased */
                    reason: string | null;
                }[];
                answers: {
                    unit: components["schemas"]["NamedUnit"] | null;
                    /** @description Null: erased */
                    question: string | null;
                    /** @description Null: not answered yet */
                    text: string | null;
                }[];
                /** @description Statements that go into the minutes */
                agreed: string[];
            } | null;
        };
        Partner: {
            code: string;
            name: string;
            unit: string;
            scopes: ("cases.start" | "changes.read")[];
            systems: string[];
            id: string;
            person: string;
            isActive: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            createdAt: string;
        };
        PasswordReset: {
            /** @description Name to sign in with */
            login: string | null;
        };
        PersonChanged: {
            id: string;
            /** @description null: nothing differed; always null where sensitive flags are named, whether they differed or not */
            change: string | null;
        };
        PersonHistory: {
            rows: {
                from: string;
                to: string | null;
                /** @description Taken back or replaced on the same day */
                isVoid: boolean;
                at: string;
                by: string | null;
                source: string;
                reason: string;
                name: string;
                unit: string;
                household: string | null;
            }[];
            residences: {
                household: string;
                address: string;
                from: string;
                to: string | null;
            }[];
        };
        PersonPage: {
            rows: components["schemas"]["PersonView"][];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        PersonView: {
            id: string;
            name: string;
            gender: ("female" | "male") | null;
            birthYear: number | null;
            unit: string;
            household: string | null;
            address: string | null;
            /** @description Masked: 138****1234 */
            phone: string | null;
            /** @description Without those that are need-to-know */
            flags: ("partyMember" | "disabled" | "floating" | "retired" | "unemployed" | "livesAlone" | "noPhone" | "lowIncome" | "underGuardianship")[];
            domicile: string | null;
            diedOn: string | null;
        };
        PolicyHistory: {
            policy: {
                id: string;
                /** @description Valid under `policy` of the workflow */
                body: components["schemas"]["__schema0"];
            };
            /** @description Oldest first */
            rows: {
                id: string;
                /** @description What whoever published it called it */
                name: string;
                /** @description Null: the whole installation */
                unit: string | null;
                /** @description Null: the preset of the program */
                since: string | null;
                /** @description Name of who put it into force */
                by: string | null;
                /** @description Whether cases that begin now go by it */
                isInForce: boolean;
                /** @description Against the one before; empty for the first */
                changes: {
                    path: string;
                    before: components["schemas"]["__schema0"];
                    after: components["schemas"]["__schema0"];
                }[];
            }[];
        };
        PremisesGrid: {
            /** @description Top floor first */
            floors: {
                floor: number;
                flats: {
                    id: string;
                    number: string;
                    stairwell: string | null;
                    area: number | null;
                    /** @enum {string} */
                    use: "dwelling" | "shop" | "garage" | "common";
                }[];
            }[];
        };
        PremisesView: {
            id: string;
            building: string;
            stairwell: string | null;
            number: string;
            floor: number;
            /** @description 0.01 m² */
            area: number | null;
            areaSource: ("deed" | "survey" | "contract") | null;
            /** @enum {string} */
            use: "dwelling" | "shop" | "garage" | "common";
            owners: {
                person: string;
                name: string;
                share: {
                    numerator: number;
                    denominator: number;
                } | null;
                from: string;
            }[];
        };
        Problem: {
            allowed?: string[];
            because?: {
                guard: string;
                refusal: {
                    zh: string;
                    en: string;
                };
            }[];
            issues?: {
                path: string;
                message: string;
            }[];
            version?: number;
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "case.unknown" | "case.ended" | "case.version_stale" | "case.being_simulated" | "case.fault" | "follow.not_public" | "workflow.unknown" | "workflow.not_startable" | "clock.unknown" | "act.unknown" | "act.not_allowed" | "act.guard_refused" | "act.input_invalid" | "event.unknown" | "event.not_expected" | "incident.unknown" | "joint.not_your_unit" | "joint.place_elsewhere" | "seal.not_of_department" | "task.to_own_office" | "task.not_of_unit" | "chain.template_owned" | "chain.template_stale" | "chain.wrong_department" | "chain.unfinished" | "delegate.not_of_household" | "number.taken" | "access.unauthenticated" | "access.credentials_wrong" | "access.second_factor_due" | "access.scope_missing" | "access.cross_site" | "access.denied" | "access.rate_limited" | "visits.not_entitled" | "visits.too_many" | "visits.period" | "visits.in_the_future" | "privacy.reason_too_short" | "privacy.too_many_looks" | "privacy.two_people" | "privacy.decided" | "privacy.on_hold" | "privacy.case_open" | "privacy.in_office" | "consent.missing" | "consent.text_changed" | "consent.evidence_missing" | "factor.wrong" | "factor.already_set" | "factor.not_begun" | "account.exists" | "account.login_taken" | "account.login_invalid" | "account.locked" | "account.closed" | "password.too_short" | "password.too_long" | "password.is_login" | "password.too_common" | "password.too_simple" | "slip.unusable" | "slip.choice_unknown" | "slip.needs_operator" | "slip.too_many" | "token.too_many" | "sso.off" | "sso.failed" | "sso.not_linked" | "sso.taken" | "input.invalid" | "idempotency.key_reused" | "idempotency.key_missing" | "request.malformed" | "request.unknown" | "resource.unknown" | "resource.conflict" | "cursor.malformed" | "payload.too_large" | "payload.unsupported_type" | "service.unavailable" | "internal.error" | "registry.refused" | "registry.changed_meanwhile" | "registry.changed_since" | "office.not_yours_to_give" | "import.unknown" | "import.busy" | "import.not_checked" | "import.has_errors" | "import.ended" | "import.not_applied" | "import.changed_since" | "file.type_refused" | "file.name_deceives" | "file.picture_too_big" | "file.broken" | "file.missing" | "file.unknown" | "file.not_publishable" | "file.empty" | "file.not_a_table" | "file.old_excel" | "file.damaged" | "file.encoding_unknown" | "file.too_large" | "file.too_many_rows" | "file.too_wide" | "file.cell_too_long" | "file.no_header" | "file.column_missing" | "ballot.unknown" | "ballot.entry_unknown" | "ballot.not_open" | "ballot.closed" | "ballot.not_entitled" | "ballot.already_cast" | "ballot.wrong_receipt" | "ballot.nothing_cast" | "ballot.choice_invalid" | "ballot.receipt_malformed" | "ballot.receipt_used" | "ballot.roll_empty" | "ballot.roll_elsewhere" | "ballot.named_in_sittings_only" | "ballot.rule_unfit" | "ballot.secret_weights" | "ballot.secret_turnout" | "ballot.too_few_for_secrecy" | "ballot.wrong_status" | "ballot.two_people" | "ballot.change_unknown" | "ballot.change_stale" | "ballot.contest_unknown" | "ballot.appeal_unknown" | "ballot.appeals_over" | "ballot.proxy_limit" | "ballot.proxy_used" | "ballot.proxy_unknown" | "ballot.witness_needed" | "ballot.waiver_needed" | "ballot.file_unknown" | "ballot.slip_done" | "ballot.pool_differs" | "ballot.paper_unknown" | "opinion.closed" | "opinion.not_asked" | "opinion.too_many" | "opinion.said_already" | "opinion.own_statement" | "opinion.merged" | "opinion.not_mergeable" | "opinion.nothing_asked" | "petition.not_yours" | "petition.signed_already" | "petition.not_here" | "rule.unknown" | "rule.not_in_force" | "rule.expired" | "rule.version_stale" | "rule.own_confirmation" | "rule.not_to_confirm" | "procedure.changed" | "register.provisional" | "register.not_adopted" | "register.unchecked" | "register.not_filed" | "register.unsigned" | "register.version_stale" | "register.not_in_force" | "register.other_register" | "register.signatories_only" | "register.filed_already" | "duty.clash" | "duty.struck" | "calendar.unknown" | "calendar.everybodys" | "calendar.version_stale" | "calendar.nothing_changed" | "calendar.name_invalid" | "calendar.zone_invalid" | "calendar.interval_invalid" | "calendar.override_invalid" | "calendar.year_invalid" | "calendar.contradictory" | "calendar.no_open_time" | "policy.unknown" | "policy.stale" | "policy.invalid" | "routing.not_admitted" | "routing.admission_decided" | "routing.own_application" | "routing.proposal_decided" | "notify.hours_impossible" | "notify.code_too_soon" | "notify.code_wrong" | "notify.own_substitute" | "notify.substitute_away" | "notify.stands_in" | "notify.substitute_unfit" | "notify.period_impossible" | "notify.address_refused" | "notify.not_replayable" | "call.ended" | "partner.unknown" | "partner.signature_wrong" | "partner.not_permitted" | "ledger.sheet_unknown" | "ledger.sheet_signed" | "ledger.same_person" | "ledger.not_your_unit" | "ledger.not_the_district" | "ledger.differences" | "ledger.period_open" | "ledger.period_unknown";
            instance?: string;
        };
        ProcedureDocument: {
            format: string;
            unit: string;
            title: components["schemas"]["Label"];
            sections: {
                key: string;
                heading: components["schemas"]["Label"];
                articles: {
                    key: string;
                    text: components["schemas"]["Label"];
                    /** @description Law or practice the number comes from; null: a preset */
                    law: string | null;
                    source: {
                        /** @enum {string} */
                        kind: "rule" | "policy";
                        id: string;
                        version: string;
                    };
                }[];
            }[];
        };
        ProcedurePreview: {
            fingerprint: string;
            document: components["schemas"]["ProcedureDocument"];
            /** @description Rules of procedure that are in force; null: none have been entered */
            inForce: {
                entry: string;
                number: string;
                version: number;
            } | null;
            /** @description Against those in force */
            changes: {
                path: string;
                before: components["schemas"]["__schema0"];
                after: components["schemas"]["__schema1"];
            }[];
        };
        ProposedProcedure: {
            case: string;
        };
        ProposedRollChange: {
            /** @description Numbers, to be approved in this order */
            changes: number[];
        };
        Publication: {
            id: string;
            /** @description Case that published it */
            case: string;
            issue: string | null;
            unit: string;
            unitName: string;
            /** @enum {string} */
            kind: "news" | "notice";
            about: string;
            title: string | null;
            text: string | null;
            evidence: string[];
            /** @description The measure waits for its end */
            blocking: boolean;
            /** @description Days a notice hangs; 0 for news */
            days: number;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            removedAt: string | null;
            outcome: string | null;
        };
        PublicationPage: {
            rows: components["schemas"]["Publication"][];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        PublishedPolicy: {
            id: string;
        };
        Rates: {
            /** @enum {string} */
            by: "department" | "dispatcher" | "community" | "street" | "category" | "month";
            /** @description Local month, 2026-03 */
            from: string;
            /** @description Local month, 2026-03 */
            to: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            asOf: string;
            groups: {
                key: string | null;
                name: string | null;
                counts: {
                    [key: string]: number;
                };
                rates: {
                    [key: string]: {
                        numerator: number;
                        denominator: number;
                        /** @description Left out by an approved appeal: in neither number */
                        excluded: number;
                        /** @description One decimal, half up; null where nothing counts */
                        percent: string | null;
                    };
                };
                /** @description At least one in ten outcomes was called back about */
                callBackReached: boolean | null;
            }[];
            total: {
                key: string | null;
                name: string | null;
                counts: {
                    [key: string]: number;
                };
                rates: {
                    [key: string]: {
                        numerator: number;
                        denominator: number;
                        /** @description Left out by an approved appeal: in neither number */
                        excluded: number;
                        /** @description One decimal, half up; null where nothing counts */
                        percent: string | null;
                    };
                };
                /** @description At least one in ten outcomes was called back about */
                callBackReached: boolean | null;
            };
            /** @description Confidential needs, counted only where there are ten or more in a community and month */
            confidential: number;
            labels: {
                rates: {
                    [key: string]: components["schemas"]["Label"];
                };
                counts: {
                    [key: string]: components["schemas"]["Label"];
                };
            };
        };
        ReceivedEnvelope: {
            receipt: string;
        };
        RecoveryCodes: {
            /** @description Shown this once; each replaces a code once */
            recoveryCodes: string[];
        };
        RegisterEntry: {
            id: string;
            unit: string;
            /**
             * @description Resolution, covenant, pledge of its signatories, or rules of procedure
             * @enum {string}
             */
            kind: "resolution" | "covenant" | "pledge" | "procedure";
            year: number;
            number: string;
            /** @description Newest version */
            version: number;
            title: string;
            /** @enum {string} */
            state: "inForce" | "superseded" | "revoked";
            /** Format: date */
            inForceFrom: string;
            endedOn: string | null;
            endReason: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            enteredAt: string;
            versions: {
                version: number;
                title: string;
                text: string;
                /** @description Fingerprint of what it was generated from */
                document: string | null;
                case: string;
                /** @description Case of the ballot or meeting */
                decidedBy: string | null;
                certificate: components["schemas"]["__schema0"];
                /** Format: date */
                adoptedOn: string;
                /** Format: date */
                inForceFrom: string;
                checkedOn: string | null;
                finding: string | null;
                filedWith: string | null;
                filingNumber: string | null;
                filedOn: string | null;
                filedBySilence: boolean | null;
                /** @description SHA-256 of number, version, title, text, dates, document and certificate (RFC 8785) */
                digest: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                enteredAt: string;
                /** @description Whoever signed for a body, and signatories who agreed to be named */
                signatures: {
                    /** @description Null: no longer known */
                    name: string | null;
                    /** @enum {string} */
                    capacity: "chair" | "signatory";
                    office: string | null;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC with milliseconds
                     */
                    signedAt: string;
                }[];
                /** @description Whom a pledge binds, the unnamed included */
                signatories: number;
            }[];
        };
        RegisterPage: {
            rows: {
                id: string;
                unit: string;
                /**
                 * @description Resolution, covenant, pledge of its signatories, or rules of procedure
                 * @enum {string}
                 */
                kind: "resolution" | "covenant" | "pledge" | "procedure";
                year: number;
                number: string;
                /** @description Newest version */
                version: number;
                title: string;
                /** @enum {string} */
                state: "inForce" | "superseded" | "revoked";
                /** Format: date */
                inForceFrom: string;
                endedOn: string | null;
                endReason: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                enteredAt: string;
            }[];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        RegisterSignatures: {
            rows: {
                /** @description Null: no longer known */
                name: string | null;
                /** @enum {string} */
                capacity: "chair" | "signatory";
                office: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                signedAt: string;
                person: string;
                version: number;
                isNamed: boolean;
                withdrawnAt: string | null;
            }[];
        };
        RegistryChangePage: {
            rows: {
                id: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                by: string | null;
                byName: string | null;
                source: string;
                reason: string;
                import: string | null;
                unit: string | null;
                on: string;
                undoes: string | null;
                undoneBy: string | null;
            }[];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        RegistryChangeView: {
            id: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            by: string | null;
            byName: string | null;
            source: string;
            reason: string;
            import: string | null;
            unit: string | null;
            on: string;
            undoes: string | null;
            undoneBy: string | null;
            /** @description At most 500, with the names of the fields that changed */
            records: {
                entity: string;
                id: string;
                fields: string[];
            }[];
        };
        RegistryChanged: {
            id: string;
            /** @description null: nothing differed, nothing was written */
            change: string | null;
        };
        Replayed: {
            replayed: number;
        };
        ResetCode: {
            /** @description To be handed over in person; shown this once */
            code: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            expiresAt: string;
        };
        RetentionPreview: {
            rows: {
                name: string;
                label: components["schemas"]["Label"];
                days: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                before: string;
                count: number;
            }[];
        };
        Robot: {
            id: string;
            unit: string;
            /** @enum {string} */
            kind: "wecom" | "dingtalk" | "feishu";
            name: string;
            host: string;
            isSigned: boolean;
            urgencies: ("emergency" | "important" | "routine")[];
            isActive: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            createdAt: string;
        };
        RobotList: {
            rows: components["schemas"]["Robot"][];
        };
        Roll: {
            question: {
                /** @enum {string} */
                of: "adults" | "households" | "owners";
                unit: string;
            };
            on: string;
            entries: ({
                person: string;
            } | {
                household: string;
                premises: string | null;
                delegate: string | null;
                adults: number;
            } | {
                owners: string[];
                premises: string[];
                area: number | null;
            })[];
            doubts: {
                id: string;
                /** @enum {string} */
                doubt: "birthUnknown" | "areaUnknown" | "ownerUnknown" | "adultsUnknown";
            }[];
            totals: {
                entries: number;
                area: number | null;
            };
            /** @description SHA-256 of the canonical JSON of everything else */
            fingerprint: string;
        };
        RollAppeal: {
            id: string;
        };
        RollAppeals: {
            rows: {
                id: string;
                person: string;
                entry: string | null;
                about: string;
                text: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                /** @enum {string} */
                state: "open" | "granted" | "refused";
                answer: string | null;
            }[];
        };
        RollChanges: {
            rows: {
                n: number;
                kind: string;
                ground: string;
                entry: string;
                before: {
                    [key: string]: number;
                } | null;
                after: {
                    [key: string]: number;
                } | null;
                /** @description Who is to vote; none where that stays as it is */
                casters: {
                    person: string;
                    name: string | null;
                }[];
                /** @description Flats it is about; none where these stay as they are */
                doors: string[];
                reason: string | null;
                /** @enum {string} */
                state: "proposed" | "approved" | "refused";
                proposedBy: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                proposedAt: string;
                decidedBy: string | null;
                decidedAt: string | null;
            }[];
        };
        RoutePreview: {
            on: string;
            matter: {
                id: string;
                name: components["schemas"]["Label"];
            };
            place: {
                unit: string;
                unitName: string;
            };
            lead: {
                unit: string;
                unitName: string;
                /** @description Office there, where it is one person’s */
                role: string | null;
                /**
                 * @description `matrix`, or which fallback (兜底)
                 * @enum {string}
                 */
                ground: "matrix" | "street" | "district" | "top" | "place";
                /** @description Field of the duty matrix */
                field: string | null;
            };
            tier: ("city" | "district" | "street" | "community" | "streetBlock" | "neighbourhood" | "compound" | "courtyard" | "grid" | "building" | "stairwell" | "department" | "company" | "organisation" | "association" | "body" | "branch" | "group" | "taskForce") | null;
            assists: {
                unit: string;
                unitName: string;
                field: string;
            }[];
            /** @description Whose duty officer is called in danger */
            emergency: {
                unit: string;
                unitName: string;
            } | null;
            limits: {
                name: string;
                amount: {
                    amount: number;
                    unit: string;
                };
                calendar: string;
                /** @enum {string} */
                from: "matter" | "heading" | "danger" | "policy";
                /** @description If it were dispatched now */
                dueAt: string | null;
            }[];
            considered: {
                field: string;
                /** @enum {string} */
                duty: "build" | "patrol" | "maintain" | "approve" | "handle" | "assist";
                matter: string;
                unit: string;
                placeKind: ("city" | "district" | "street" | "community" | "streetBlock" | "neighbourhood" | "compound" | "courtyard" | "grid" | "building" | "stairwell" | "department" | "company" | "organisation" | "association" | "body" | "branch" | "group" | "taskForce") | null;
                holder: string | null;
                /** @description The unit it names, where another has taken it over */
                insteadOf: string | null;
                /** @enum {string} */
                verdict: "won" | "assists" | "farther_matter" | "farther_place" | "for_all_places" | "maintains_only" | "same_rank" | "not_in_force" | "other_place" | "other_kind_of_place" | "unit_closed" | "no_such_unit" | "is_the_lead" | "farther_assist";
                /** @description Field it lost to */
                to: string | null;
                says: components["schemas"]["Label"];
            }[];
            /** @description The owner, then every field that was considered, nearest first */
            explanation: components["schemas"]["Label"][];
        };
        RoutingProposal: {
            id: string;
            matter: string;
            matterName: components["schemas"]["Label"] | null;
            fromUnit: string;
            fromName: string;
            toUnit: string;
            toName: string;
            scope: string;
            scopeName: string;
            /** @description Cases that taught it */
            count: number;
            /** @description The newest twenty */
            cases: string[];
            /** @description Grounds of the returns */
            grounds: string[];
            /** @enum {string} */
            status: "open" | "accepted" | "rejected";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            firstAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            lastAt: string;
            decidedAt: string | null;
            reason: string | null;
            decidedByName: string | null;
            /** @description Change of the registry; by it what was accepted can be undone */
            change: string | null;
        };
        RoutingProposalList: {
            rows: components["schemas"]["RoutingProposal"][];
        };
        RuleVersions: {
            rows: {
                rule: {
                    id: string;
                    version: number;
                    label: {
                        zh: string;
                        en: string;
                    };
                    tests: {
                        /**
                         * 计票口径
                         * @enum {string}
                         */
                        base: "heads" | "area" | "households" | "members" | "present";
                        /** 参与要求 */
                        turnout: {
                            /** 分子 */
                            numerator: number;
                            /** 分母 */
                            denominator: number;
                            /** 含本数（以上） */
                            inclusive: boolean;
                        } | null;
                        /** 同意要求 */
                        approval: {
                            /** 分子 */
                            numerator: number;
                            /** 分母 */
                            denominator: number;
                            /** 含本数（以上） */
                            inclusive: boolean;
                        } | null;
                    }[];
                    quorum: {
                        /** @enum {string} */
                        base: "heads" | "area" | "households" | "members" | "present";
                        atLeast: number;
                    } | null;
                    /** @enum {string} */
                    abstention: "counts_in_base" | "not_counted";
                    /** @enum {string} */
                    void: "counts_in_base" | "not_counted";
                    /** @enum {string} */
                    silence: "not_counted" | "with_majority";
                    /** @enum {string} */
                    tie: "fails" | "vote_again" | "chair_decides";
                    /** @enum {string} */
                    status: "found" | "unverified" | "to_be_confirmed";
                    law: string;
                    /** Format: date */
                    validFrom: string;
                    validTo: string | null;
                    note?: {
                        zh: string;
                        en: string;
                    };
                    /** @enum {string} */
                    body?: "parlour" | "council" | "representatives" | "assembly" | "owners";
                    scopes?: ("compound" | "building" | "stairwell")[];
                    casting?: {
                        /** @enum {string} */
                        by: "delegate" | "delegateOrAnyAdult" | "agreedOwner" | "anyOwner";
                        /** @enum {string} */
                        status: "found" | "unverified" | "to_be_confirmed";
                        law: string;
                    };
                    extension?: {
                        mostMonths: number;
                        /** @enum {string} */
                        status: "found" | "unverified" | "to_be_confirmed";
                        law: string;
                    };
                    noRepeat?: {
                        months: number;
                        unlessCommittee: {
                            /** 分子 */
                            numerator: number;
                            /** 分母 */
                            denominator: number;
                            /** 含本数（以上） */
                            inclusive: boolean;
                        };
                        /** @enum {string} */
                        status: "found" | "unverified" | "to_be_confirmed";
                        law: string;
                    };
                    petition?: {
                        shares: {
                            /** @enum {string} */
                            of: "adults" | "households" | "groups";
                            share: {
                                /** 分子 */
                                numerator: number;
                                /** 分母 */
                                denominator: number;
                                /** 含本数（以上） */
                                inclusive: boolean;
                            };
                        }[];
                        /** @enum {string} */
                        status: "found" | "unverified" | "to_be_confirmed";
                        law: string;
                    };
                    confirmed?: {
                        by: string;
                        /** Format: date */
                        on: string;
                    };
                };
                /** @description Null: the preset of the program */
                source: {
                    /** @description Null: the whole installation */
                    unit: string | null;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC with milliseconds
                     */
                    publishedAt: string;
                    /** @description Name of who published this version */
                    publishedBy: string | null;
                    reason: string;
                    /** @description Version it confirms */
                    confirms: number | null;
                    /** @description Name of who cited the article */
                    confirmedBy: string | null;
                } | null;
                /** @description Whether it decides today */
                isInForce: boolean;
                /** @description Against the version before; empty for the first */
                changes: {
                    path: string;
                    before: components["schemas"]["__schema0"];
                    after: components["schemas"]["__schema1"];
                }[];
            }[];
        };
        RulesInForce: {
            /** Format: date */
            on: string;
            rows: {
                rule: {
                    id: string;
                    version: number;
                    label: {
                        zh: string;
                        en: string;
                    };
                    tests: {
                        /**
                         * 计票口径
                         * @enum {string}
                         */
                        base: "heads" | "area" | "households" | "members" | "present";
                        /** 参与要求 */
                        turnout: {
                            /** 分子 */
                            numerator: number;
                            /** 分母 */
                            denominator: number;
                            /** 含本数（以上） */
                            inclusive: boolean;
                        } | null;
                        /** 同意要求 */
                        approval: {
                            /** 分子 */
                            numerator: number;
                            /** 分母 */
                            denominator: number;
                            /** 含本数（以上） */
                            inclusive: boolean;
                        } | null;
                    }[];
                    quorum: {
                        /** @enum {string} */
                        base: "heads" | "area" | "households" | "members" | "present";
                        atLeast: number;
                    } | null;
                    /** @enum {string} */
                    abstention: "counts_in_base" | "not_counted";
                    /** @enum {string} */
                    void: "counts_in_base" | "not_counted";
                    /** @enum {string} */
                    silence: "not_counted" | "with_majority";
                    /** @enum {string} */
                    tie: "fails" | "vote_again" | "chair_decides";
                    /** @enum {string} */
                    status: "found" | "unverified" | "to_be_confirmed";
                    law: string;
                    /** Format: date */
                    validFrom: string;
                    validTo: string | null;
                    note?: {
                        zh: string;
                        en: string;
                    };
                    /** @enum {string} */
                    body?: "parlour" | "council" | "representatives" | "assembly" | "owners";
                    scopes?: ("compound" | "building" | "stairwell")[];
                    casting?: {
                        /** @enum {string} */
                        by: "delegate" | "delegateOrAnyAdult" | "agreedOwner" | "anyOwner";
                        /** @enum {string} */
                        status: "found" | "unverified" | "to_be_confirmed";
                        law: string;
                    };
                    extension?: {
                        mostMonths: number;
                        /** @enum {string} */
                        status: "found" | "unverified" | "to_be_confirmed";
                        law: string;
                    };
                    noRepeat?: {
                        months: number;
                        unlessCommittee: {
                            /** 分子 */
                            numerator: number;
                            /** 分母 */
                            denominator: number;
                            /** 含本数（以上） */
                            inclusive: boolean;
                        };
                        /** @enum {string} */
                        status: "found" | "unverified" | "to_be_confirmed";
                        law: string;
                    };
                    petition?: {
                        shares: {
                            /** @enum {string} */
                            of: "adults" | "households" | "groups";
                            share: {
                                /** 分子 */
                                numerator: number;
                                /** 分母 */
                                denominator: number;
                                /** 含本数（以上） */
                                inclusive: boolean;
                            };
                        }[];
                        /** @enum {string} */
                        status: "found" | "unverified" | "to_be_confirmed";
                        law: string;
                    };
                    confirmed?: {
                        by: string;
                        /** Format: date */
                        on: string;
                    };
                };
                /** @description Null: the preset of the program */
                source: {
                    /** @description Null: the whole installation */
                    unit: string | null;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC with milliseconds
                     */
                    publishedAt: string;
                    /** @description Name of who published this version */
                    publishedBy: string | null;
                    reason: string;
                    /** @description Version it confirms */
                    confirms: number | null;
                    /** @description Name of who cited the article */
                    confirmedBy: string | null;
                } | null;
            }[];
        };
        SaidStatement: {
            number: number;
            /** @enum {string} */
            state: "waiting" | "shown" | "rejected" | "merged";
        };
        SavedChain: {
            template: string;
            version: number;
        };
        Seat: {
            id: string;
            person: string;
            personName: string;
            unit: string;
            unitName: string;
            role: string;
            from: string;
            to: string | null;
            /** @description Whom a representative represents */
            constituency: string | null;
            constituencyName: string | null;
            substituteFor: string | null;
            /** @description Who stands in for the holder today */
            substitute: string | null;
            ending: ("termOver" | "recalled" | "resigned" | "moved" | "died" | "replaced" | "corrected") | null;
            endReason: string | null;
        };
        SeatList: {
            rows: components["schemas"]["Seat"][];
        };
        Session: {
            /** @description Who is signed in; null: nobody */
            person: string | null;
            name: string | null;
            staff: boolean;
            /** @description passed: everything is open; due: a code first; enrol: set one up first */
            secondFactor: ("passed" | "due" | "enrol") | null;
            /** @description When it ends at the latest; null where it is not known */
            expiresAt: string | null;
            /** @description Words on the button of single sign-on; null: there is none */
            singleSignOn: string | null;
        };
        SessionList: {
            rows: components["schemas"]["SessionRow"][];
        };
        SessionRow: {
            id: string;
            /** @description The one that asks */
            isThis: boolean;
            /** @enum {string} */
            way: "password" | "slip" | "singleSignOn" | "reset" | "token" | "console";
            address: string;
            agent: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Exact to a minute or two
             */
            seenAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            expiresAt: string;
        };
        SignIn: {
            id: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            /** @enum {string} */
            way: "password" | "slip" | "singleSignOn" | "reset" | "token" | "console";
            /** @enum {string} */
            outcome: "in" | "secondFactorDue" | "wrong" | "wrongCode" | "locked" | "limited" | "secondFactorPassed" | "out";
            address: string;
            agent: string;
        };
        SignInAudit: {
            rows: {
                id: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                /** @enum {string} */
                way: "password" | "slip" | "singleSignOn" | "reset" | "token" | "console";
                /** @enum {string} */
                outcome: "in" | "secondFactorDue" | "wrong" | "wrongCode" | "locked" | "limited" | "secondFactorPassed" | "out";
                address: string;
                agent: string;
                person: string | null;
            }[];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        SignInPage: {
            rows: components["schemas"]["SignIn"][];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        SimilarList: {
            rows: {
                case: string;
                title: string;
                /** @description 0 to 1: how much of the words they share */
                score: number;
                /** @enum {string} */
                status: "active" | "done" | "cancelled";
                stage: {
                    key: string;
                    label: components["schemas"]["Label"];
                };
                unit: components["schemas"]["NamedUnit"];
                place: components["schemas"]["NamedUnit"] | null;
                category: {
                    id: string;
                    name: components["schemas"]["Label"];
                } | null;
                supporters: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                changedAt: string;
            }[];
        };
        SingleSignOn: {
            url: string;
        };
        SlipChoices: {
            people: {
                /** @description Stands for the person on this slip only */
                choice: string;
                initial: string;
                birthYear: number | null;
            }[];
        };
        SlipPage: {
            rows: {
                id: string;
                /** @description Printed on it, to name it by */
                number: string;
                /** @enum {string} */
                kind: "household" | "person" | "reset";
                /** @description The household or person */
                subject: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                expiresAt: string;
                unit: string;
                /** @enum {string} */
                state: "open" | "used" | "revoked" | "expired";
                issuedBy: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                issuedAt: string;
                usedAt: string | null;
                revokedAt: string | null;
            }[];
            /** @description Cursor of the next page; null at the end */
            next: string | null;
        };
        SpoolPage: {
            rows: {
                id: string;
                /** @enum {string} */
                channel: "email" | "sms" | "robot";
                /** @description Masked */
                recipient: string;
                subject: string;
                text: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
            }[];
            next: string | null;
        };
        Standing: {
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            version: string;
            /** @description What this process does: all, server, worker */
            role: string;
            /** @enum {string} */
            database: "pglite" | "postgres";
            queue: {
                kind: string;
                /** @description Effects that wait to be carried out */
                pending: number;
                /** @description How long the oldest of them has been due */
                oldestSeconds: number | null;
                retrying: number;
            };
            incidents: {
                /** @enum {string} */
                kind: "effect" | "fault";
                name: string;
                count: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                since: string;
            }[];
            /** @description At most 200, longest stuck first; no titles: an operator runs the service, not the cases */
            stuck: {
                case: string;
                workflow: string;
                workflowLabel: components["schemas"]["Label"];
                unit: components["schemas"]["NamedUnit"];
                /** @enum {string} */
                reason: "noOneCan" | "effectFailed" | "chartFault" | "overdue";
                /** @description The reason in words */
                words: components["schemas"]["Label"];
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                since: string;
                dueAt: string | null;
            }[];
            clocks: {
                /** @description Clocks whose time has come and that have not fired */
                late: number;
                /** @description Seconds */
                mostLateSeconds: number;
                /** @description In the last hour */
                fired: number;
                p50: number | null;
                p90: number | null;
                p99: number | null;
            };
            deliveries: {
                channel: string;
                due: number;
                waiting: number;
                failed: number;
                sent: number;
                oldestDueAt: string | null;
            }[];
            projector: {
                /** @description Accounts that do not hold the newest entries of their journal */
                behind: number;
                oldestSeconds: number | null;
                /** @description Accounts that are being made anew */
                anew: number;
            };
            remeasuring: {
                /** @description Edits of calendars whose clocks are still measured anew */
                edits: number;
                /** @description Clocks that have not seen the newest edit */
                clocks: number;
            };
        };
        StatementsToModerate: {
            rows: {
                number: number;
                text: string;
                /** @enum {string} */
                state: "waiting" | "shown" | "rejected" | "merged";
                reason: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                saidAt: string;
                /** @description Waits for the consent of both authors */
                proposedInto: number | null;
            }[];
        };
        Story: {
            id: string;
            workflow: string;
            workflowLabel: components["schemas"]["Label"];
            version: number;
            /** @enum {string} */
            status: "active" | "done" | "cancelled";
            stage: {
                key: string;
                label: components["schemas"]["Label"];
            };
            /** @enum {string} */
            visibility: "public" | "internal" | "reserved" | "confidential";
            /**
             * @description How much the caller is shown
             * @enum {string}
             */
            eyes: "staff" | "handler" | "member" | "party" | "outsider";
            title: string | null;
            description: string | null;
            /** @description Account number */
            number: string | null;
            unit: components["schemas"]["NamedUnit"];
            place: components["schemas"]["NamedUnit"] | null;
            category: {
                id: string;
                name: components["schemas"]["Label"];
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            changedAt: string;
            endedAt: string | null;
            /** @description How it ended */
            ending: components["schemas"]["Label"] | null;
            /** @description Somebody was in danger */
            isUrgent: boolean;
            photos: {
                file: string;
                mediaType: string;
                /** @description Where its bytes are */
                url: string;
                /** @description Where a small picture of it is */
                thumbnail: string | null;
                width: number | null;
                height: number | null;
                /** @description A masked copy that anybody may see */
                isPublished: boolean;
            }[];
            /** @description 说 议 办 评 of an issue; the stages of any other workflow */
            steps: {
                key: string;
                label: components["schemas"]["Label"];
                /** @enum {string} */
                state: "done" | "here" | "ahead" | "skipped";
                from: string | null;
                to: string | null;
            }[];
            /** @description Who has it now: what is due first; null when it is over */
            holder: {
                names: {
                    unit: string | null;
                    /** @description Of the unit, or of the office or people it waits for; never of a member of staff */
                    name: components["schemas"]["Label"];
                }[];
                /** @description What it waits for */
                label: components["schemas"]["Label"];
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                since: string;
                clock: components["schemas"]["Label"] | null;
                dueAt: string | null;
                isLate: boolean;
                isPaused: boolean;
                /** @description Why it is late, or paused, in words */
                why: components["schemas"]["Label"] | null;
                /** @description Why it is due then, in words */
                explanation: components["schemas"]["Label"] | null;
                /** @description It waits for the caller */
                isMe: boolean;
            } | null;
            /** @description Everything it waits for */
            waits: {
                names: {
                    unit: string | null;
                    /** @description Of the unit, or of the office or people it waits for; never of a member of staff */
                    name: components["schemas"]["Label"];
                }[];
                /** @description What it waits for */
                label: components["schemas"]["Label"];
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                since: string;
                clock: components["schemas"]["Label"] | null;
                dueAt: string | null;
                isLate: boolean;
                isPaused: boolean;
                /** @description Why it is late, or paused, in words */
                why: components["schemas"]["Label"] | null;
                /** @description Why it is due then, in words */
                explanation: components["schemas"]["Label"] | null;
                /** @description It waits for the caller */
                isMe: boolean;
            }[];
            promises: {
                /** @enum {string} */
                kind: "clock" | "promised" | "task" | "notice" | "rest";
                label: components["schemas"]["Label"];
                by: components["schemas"]["NamedUnit"] | null;
                /** @description Task or notice, where the caller may see it */
                case: string | null;
                /** @description Null while a pause holds it back */
                dueAt: string | null;
                /** @description When a kept or broken one was done; null: never by whoever promised it */
                doneAt: string | null;
                /**
                 * @description `late`: past and still to be done; `broken`: done late, or not by them
                 * @enum {string}
                 */
                state: "running" | "paused" | "late" | "kept" | "broken";
                explanation: components["schemas"]["Label"] | null;
            }[];
            /** @description Oldest first */
            timeline: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                /** @enum {string} */
                kind: "started" | "act" | "stage" | "published" | "related" | "clock" | "ended";
                label: components["schemas"]["Label"];
                /** @description The step it led to */
                stage: {
                    key: string;
                    label: components["schemas"]["Label"];
                } | null;
                /** @description Residents, a unit, or the service; never a member of staff by name */
                who: components["schemas"]["Label"] | null;
                isMine: boolean;
                text: string | null;
                /** @description Evidence; ids of files */
                files: string[];
                /** @description The task, ballot or meeting it tells of */
                case: string | null;
                /** @description Shown to those who work on it only */
                isInternal: boolean;
            }[];
            related: {
                /** @description Null where the caller may not open it */
                case: string | null;
                workflow: string;
                workflowLabel: components["schemas"]["Label"];
                relation: string | null;
                title: string | null;
                /** @enum {string} */
                status: "active" | "done" | "cancelled";
                stage: {
                    key: string;
                    label: components["schemas"]["Label"];
                };
                unit: components["schemas"]["NamedUnit"];
                dueAt: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                createdAt: string;
                verdict: components["schemas"]["Label"] | null;
                /** @description Results where they are published */
                figures: {
                    key: string;
                    label: components["schemas"]["Label"];
                    value: number;
                    /** @description Out of how many */
                    of: number | null;
                }[];
            }[];
            /** @description What residents said of the outcome posted last; counts of answers only where there are enough to name nobody */
            review: {
                asked: number;
                reached: number;
                answered: number;
                silent: number;
                solved: number | null;
                satisfied: number | null;
                result: {
                    solved: boolean;
                    satisfied: boolean;
                } | null;
            } | null;
            supporters: number;
            followers: number;
            mine: {
                relations: {
                    key: string;
                    label: components["schemas"]["Label"];
                }[];
                follows: boolean;
                mayFollow: boolean;
                /** @description What the caller may do now; forms are with the case */
                acts: {
                    act: string;
                    label: components["schemas"]["Label"];
                }[];
            };
        };
        TakenPosition: {
            statement: number;
            /** @description 1 agree, 0 pass, −1 disagree */
            position: -1 | 0 | 1;
            /** @description How often I have answered it */
            revision: number;
        };
        Transcription: {
            /**
             * @description `waiting`: for the second person; `differs`: the next who reads it like one before settles
             * @enum {string}
             */
            state: "waiting" | "counted" | "differs";
            turn: number;
        };
        TranscriptionDifferences: {
            rows: {
                slip: string;
                /**
                 * @description `waiting`: read by one person, whose reading is not shown
                 * @enum {string}
                 */
                state: "waiting" | "differs";
                readings: {
                    by: string;
                    choice: components["schemas"]["__schema0"];
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC with milliseconds
                     */
                    at: string;
                }[];
                file: string | null;
            }[];
        };
        Trend: {
            unit: components["schemas"]["NamedUnit"];
            from: string;
            to: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            asOf: string;
            /** @description Oldest first; months in which nothing counts stand with zeros */
            months: {
                counts: {
                    [key: string]: number;
                };
                rates: {
                    [key: string]: {
                        numerator: number;
                        denominator: number;
                        /** @description Left out by an approved appeal: in neither number */
                        excluded: number;
                        /** @description One decimal, half up; null where nothing counts */
                        percent: string | null;
                    };
                };
                month: string;
            }[];
            labels: {
                rates: {
                    [key: string]: components["schemas"]["Label"];
                };
                counts: {
                    [key: string]: components["schemas"]["Label"];
                };
            };
        };
        Unit: {
            id: string;
            parent: string | null;
            kind: string;
            name: string;
            code: string;
            phone: string | null;
        };
        UnitList: {
            rows: components["schemas"]["Unit"][];
        };
        UnitRead: {
            unit: components["schemas"]["UnitView"];
            above: components["schemas"]["UnitView"][];
        };
        UnitView: {
            id: string;
            parent: string | null;
            /** @enum {string} */
            kind: "city" | "district" | "street" | "community" | "streetBlock" | "neighbourhood" | "compound" | "courtyard" | "grid" | "building" | "stairwell" | "department" | "company" | "organisation" | "association" | "body" | "branch" | "group" | "taskForce";
            body: ("residentsAssembly" | "representativesMeeting" | "residentsGroup" | "residentsCommittee" | "council" | "collectors" | "deliberators" | "advisers" | "supervisors" | "oversight" | "partyCommittee" | "jointPartyCommittee" | "partyBranch" | "ownersAssembly" | "ownersCommittee" | "partnerUnits" | "neighbourhoodCouncil" | "taskGroup") | null;
            name: string;
            code: string;
            address: string | null;
            /** @description Public telephone */
            phone: string | null;
            from: string | null;
            /** @description Closed from this day */
            to: string | null;
        };
        UnitViews: {
            rows: components["schemas"]["UnitView"][];
        };
        Unmasked: {
            /** @enum {string} */
            field: "phone" | "idNumber";
            value: string;
        };
        Unread: {
            /** @description Messages still unread */
            unread: number;
        };
        VisitLoads: {
            rows: {
                person: string;
                held: number;
                overdue: number;
            }[];
        };
        VisitedHousehold: {
            /** @description Null for who looks in order to assign */
            claim: string | null;
            household: {
                id: string;
                unit: string;
                address: string;
                flat: string;
                /** @enum {string} */
                colour: "red" | "orange" | "yellow" | "blue" | "green";
                members: {
                    person: string;
                    name: string;
                    birthYear: number | null;
                    flags: string[];
                }[];
            };
            everyDays: number;
            /** Format: date */
            due: string;
            visits: {
                id: string;
                household: string;
                visitor: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                /** @enum {string} */
                outcome: "met" | "spoken by phone" | "not home" | "declined" | "needs help";
                note: string | null;
                caseId: string | null;
            }[];
        };
        Webhook: {
            id: string;
            unit: string;
            name: string;
            host: string;
            events: ("case.started" | "case.changed" | "case.ended" | "webhook.test")[];
            isActive: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            createdAt: string;
        };
        WebhookDelivery: {
            id: string;
            webhook: string;
            event: string;
            case: string;
            version: number;
            /** @enum {string} */
            status: "pending" | "sent" | "failed";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            at: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             */
            nextAt: string;
            replays: number;
            doneAt: string | null;
            attempts: {
                n: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 */
                at: string;
                responseCode: number | null;
                error: string | null;
                tookMs: number;
            }[];
        };
        WebhookDeliveryPage: {
            rows: components["schemas"]["WebhookDelivery"][];
            next: string | null;
        };
        WebhookList: {
            rows: components["schemas"]["Webhook"][];
        };
        Withdrawn: {
            withdrawn: boolean;
        };
        Workflow: {
            name: string;
            version: number;
            label: components["schemas"]["Label"];
            description: components["schemas"]["Label"];
            /** @description Whether people start it; others are started by cases */
            startable: boolean;
            /** @description Whether the caller may start one somewhere */
            mayStart: boolean;
            stages: {
                key: string;
                label: components["schemas"]["Label"];
            }[];
            relations: {
                key: string;
                label: components["schemas"]["Label"];
            }[];
            /** @description The boxes of its chart, outer ones first */
            states: {
                id: string;
                label: components["schemas"]["Label"];
                /** @description Id of the state around it */
                parent: string | null;
                /** @enum {string} */
                kind: "plain" | "compound" | "parallel" | "final" | "history";
            }[];
            acts: {
                act: string;
                label: components["schemas"]["Label"];
                help: components["schemas"]["Label"];
                confirm: boolean;
                /** @description Who may do it: any of these */
                who: components["schemas"]["__schema0"];
                /** @description States that take it */
                states: string[];
                /** @description JSON Schema (2020-12) */
                input: components["schemas"]["__schema0"];
            }[];
            clocks: {
                name: string;
                label: components["schemas"]["Label"];
            }[];
            /** @description Events other cases and systems may tell */
            receives: string[];
            effects: string[];
            children: string[];
            /** @description JSON Schema of what starts a case */
            input: components["schemas"]["__schema0"];
            /** @description JSON Schema of its policy */
            policy: components["schemas"]["__schema0"];
            presets: string[];
        };
        WorkflowList: {
            rows: components["schemas"]["WorkflowRow"][];
        };
        WorkflowRow: {
            name: string;
            version: number;
            label: components["schemas"]["Label"];
            description: components["schemas"]["Label"];
            /** @description Whether people start it; others are started by cases */
            startable: boolean;
            /** @description Whether the caller may start one somewhere */
            mayStart: boolean;
        };
        WrittenRule: {
            rule: {
                id: string;
                version: number;
                label: {
                    zh: string;
                    en: string;
                };
                tests: {
                    /**
                     * 计票口径
                     * @enum {string}
                     */
                    base: "heads" | "area" | "households" | "members" | "present";
                    /** 参与要求 */
                    turnout: {
                        /** 分子 */
                        numerator: number;
                        /** 分母 */
                        denominator: number;
                        /** 含本数（以上） */
                        inclusive: boolean;
                    } | null;
                    /** 同意要求 */
                    approval: {
                        /** 分子 */
                        numerator: number;
                        /** 分母 */
                        denominator: number;
                        /** 含本数（以上） */
                        inclusive: boolean;
                    } | null;
                }[];
                quorum: {
                    /** @enum {string} */
                    base: "heads" | "area" | "households" | "members" | "present";
                    atLeast: number;
                } | null;
                /** @enum {string} */
                abstention: "counts_in_base" | "not_counted";
                /** @enum {string} */
                void: "counts_in_base" | "not_counted";
                /** @enum {string} */
                silence: "not_counted" | "with_majority";
                /** @enum {string} */
                tie: "fails" | "vote_again" | "chair_decides";
                /** @enum {string} */
                status: "found" | "unverified" | "to_be_confirmed";
                law: string;
                /** Format: date */
                validFrom: string;
                validTo: string | null;
                note?: {
                    zh: string;
                    en: string;
                };
                /** @enum {string} */
                body?: "parlour" | "council" | "representatives" | "assembly" | "owners";
                scopes?: ("compound" | "building" | "stairwell")[];
                casting?: {
                    /** @enum {string} */
                    by: "delegate" | "delegateOrAnyAdult" | "agreedOwner" | "anyOwner";
                    /** @enum {string} */
                    status: "found" | "unverified" | "to_be_confirmed";
                    law: string;
                };
                extension?: {
                    mostMonths: number;
                    /** @enum {string} */
                    status: "found" | "unverified" | "to_be_confirmed";
                    law: string;
                };
                noRepeat?: {
                    months: number;
                    unlessCommittee: {
                        /** 分子 */
                        numerator: number;
                        /** 分母 */
                        denominator: number;
                        /** 含本数（以上） */
                        inclusive: boolean;
                    };
                    /** @enum {string} */
                    status: "found" | "unverified" | "to_be_confirmed";
                    law: string;
                };
                petition?: {
                    shares: {
                        /** @enum {string} */
                        of: "adults" | "households" | "groups";
                        share: {
                            /** 分子 */
                            numerator: number;
                            /** 分母 */
                            denominator: number;
                            /** 含本数（以上） */
                            inclusive: boolean;
                        };
                    }[];
                    /** @enum {string} */
                    status: "found" | "unverified" | "to_be_confirmed";
                    law: string;
                };
                confirmed?: {
                    by: string;
                    /** Format: date */
                    on: string;
                };
            };
        };
        __schema0: unknown;
        __schema1: unknown;
    };
    responses: never;
    parameters: {
        /** @description Language of titles and details of errors; Chinese unless English is preferred. */
        AcceptLanguage: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listBodies: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bodies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitViews"];
                };
            };
        };
    };
    listOffices: {
        parameters: {
            query?: {
                /** @description Ended ones, too */
                past?: "true" | "false";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Offices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatList"];
                };
            };
        };
    };
    appoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": "p1",
                 *       "role": "deliberator",
                 *       "from": "2026-12-01",
                 *       "to": "2029-12-01",
                 *       "reason": "换届选举"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the new office; sending it again changes nothing
                     */
                    id?: string;
                    person: string;
                    role: string;
                    /**
                     * Format: date
                     * @description Local date, `2026-11-21`
                     */
                    from: string;
                    /** @description End of the term (exclusive) */
                    to?: string | null;
                    constituency?: string;
                    /** @description Why; stands in the history of every record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    endOffice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
                office: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-12-01",
                 *       "ending": "recalled",
                 *       "reason": "居民代表会议罢免"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date
                     * @description First day on which the office is no longer held
                     */
                    on: string;
                    /** @enum {string} */
                    ending: "termOver" | "recalled" | "resigned" | "moved" | "died" | "replaced" | "corrected";
                    /** @description Why; stands in the history of every record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    substituteOffice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
                office: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": "p1",
                 *       "from": "2026-12-01",
                 *       "to": "2027-01-01",
                 *       "reason": "住院"
                 *     }
                 */
                "application/json": {
                    person: string;
                    /**
                     * Format: date
                     * @description Local date, `2026-11-21`
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description Day on which the holder is back
                     */
                    to: string;
                    /** @description Why; stands in the history of every record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    readCatalogue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Headings and matters; `parent` makes the tree */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue"];
                };
            };
        };
    };
    readMatter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                matter: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The matter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatterView"];
                };
            };
        };
    };
    checkAnswers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                matter: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": {
                 *         "floor": 3
                 *       }
                 *     }
                 */
                "application/json": {
                    answers: {
                        [key: string]: components["schemas"]["__schema0"];
                    };
                };
            };
        };
        responses: {
            /** @description Empty: nothing is wrong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswersChecked"];
                };
            };
        };
    };
    writeMatter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "parent": null,
                 *       "code": "0101",
                 *       "name": {
                 *         "zh": "供热",
                 *         "en": "Heating"
                 *       },
                 *       "reason": "新增事项"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    parent: string | null;
                    code: string;
                    name: {
                        zh: string;
                        en: string;
                    };
                    questions?: {
                        [key: string]: components["schemas"]["__schema0"];
                    } | null;
                    competence?: ("residents" | "owners" | "department" | "nobody") | null;
                    limits?: {
                        [key: string]: {
                            amount: number;
                            /** @enum {string} */
                            unit: "minute" | "hour" | "businessHour" | "day" | "workingDay";
                        };
                    };
                    guide?: {
                        text: {
                            zh: string;
                            en: string;
                        };
                        pictures: string[];
                    } | null;
                    from?: string | null;
                    to?: string | null;
                    /** @description Why; stands in the history of every record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    readDuties: {
        parameters: {
            query: {
                matter: string;
                /** @description Local date, `2026-11-21` */
                on?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Duties */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyList"];
                };
            };
        };
    };
    writeDuty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "matter": "m1",
                 *       "duty": "patrol",
                 *       "assigneeKind": "community",
                 *       "reason": "权责清单"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    matter: string;
                    /** @enum {string} */
                    duty: "build" | "patrol" | "maintain" | "approve" | "handle" | "assist";
                    placeKind?: ("city" | "district" | "street" | "community" | "streetBlock" | "neighbourhood" | "compound" | "courtyard" | "grid" | "building" | "stairwell" | "department" | "company" | "organisation" | "association" | "body" | "branch" | "group" | "taskForce") | null;
                    assignee?: string | null;
                    assigneeKind?: ("city" | "district" | "street" | "community" | "streetBlock" | "neighbourhood" | "compound" | "courtyard" | "grid" | "building" | "stairwell" | "department" | "company" | "organisation" | "association" | "body" | "branch" | "group" | "taskForce") | null;
                    role?: string | null;
                    from?: string | null;
                    to?: string | null;
                    /** @description Why; stands in the history of every record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    readRoll: {
        parameters: {
            query: {
                of: "adults" | "households" | "owners";
                /** @description Local date, `2026-11-21` */
                on?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roll, by ids */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roll"];
                };
            };
        };
    };
    listRegistryChanges: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                /** @description Changes made on behalf of this unit or one below */
                unit: string;
                import?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChangePage"];
                };
            };
        };
    };
    readRegistryChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                change: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChangeView"];
                };
            };
        };
    };
    undoRegistryChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                change: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "录错了"
                 *     }
                 */
                "application/json": {
                    /** @description Why; stands in the history of every record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Taken back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    findUnits: {
        parameters: {
            query: {
                text: string;
                /** @description Only this unit and those below it */
                within?: string;
                kind?: "city" | "district" | "street" | "community" | "streetBlock" | "neighbourhood" | "compound" | "courtyard" | "grid" | "building" | "stairwell" | "department" | "company" | "organisation" | "association" | "body" | "branch" | "group" | "taskForce";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 50, short names first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitViews"];
                };
            };
        };
    };
    readUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitRead"];
                };
            };
        };
    };
    changeUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "利民小区12号楼",
                 *       "reason": "更名"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    code?: string;
                    body?: ("residentsAssembly" | "representativesMeeting" | "residentsGroup" | "residentsCommittee" | "council" | "collectors" | "deliberators" | "advisers" | "supervisors" | "oversight" | "partyCommittee" | "jointPartyCommittee" | "partyBranch" | "ownersAssembly" | "ownersCommittee" | "partnerUnits" | "neighbourhoodCouncil" | "taskGroup") | null;
                    address?: string | null;
                    phone?: string | null;
                    from?: string | null;
                    /** @description Why; stands in the history of every record */
                    reason: string;
                    /**
                     * Format: date
                     * @description Day from which it holds; default: today
                     */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    readSubtree: {
        parameters: {
            query?: {
                kind?: "city" | "district" | "street" | "community" | "streetBlock" | "neighbourhood" | "compound" | "courtyard" | "grid" | "building" | "stairwell" | "department" | "company" | "organisation" | "association" | "body" | "branch" | "group" | "taskForce";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Parents before children, at most 5,000 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitViews"];
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description Units directly below this one; without it the topmost */
                parent?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitList"];
                };
            };
        };
    };
    createUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "parent": "u1",
                 *       "kind": "building",
                 *       "name": "12号楼",
                 *       "code": "limin-b12",
                 *       "reason": "新建楼栋"
                 *     }
                 */
                "application/json": {
                    name: string;
                    code: string;
                    body?: ("residentsAssembly" | "representativesMeeting" | "residentsGroup" | "residentsCommittee" | "council" | "collectors" | "deliberators" | "advisers" | "supervisors" | "oversight" | "partyCommittee" | "jointPartyCommittee" | "partyBranch" | "ownersAssembly" | "ownersCommittee" | "partnerUnits" | "neighbourhoodCouncil" | "taskGroup") | null;
                    address?: string | null;
                    phone?: string | null;
                    from?: string | null;
                    parent: string;
                    /** @enum {string} */
                    kind: "city" | "district" | "street" | "community" | "streetBlock" | "neighbourhood" | "compound" | "courtyard" | "grid" | "building" | "stairwell" | "department" | "company" | "organisation" | "association" | "body" | "branch" | "group" | "taskForce";
                    /** @description Why; stands in the history of every record */
                    reason: string;
                    /**
                     * Format: date
                     * @description Day from which it holds; default: today
                     */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    moveUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "parent": "u2",
                 *       "reason": "网格调整"
                 *     }
                 */
                "application/json": {
                    parent: string;
                    /** @description Why; stands in the history of every record */
                    reason: string;
                    /**
                     * Format: date
                     * @description Day from which it holds; default: today
                     */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    closeUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "已拆除"
                 *     }
                 */
                "application/json": {
                    /** @description Why; stands in the history of every record */
                    reason: string;
                    /**
                     * Format: date
                     * @description Day from which it holds; default: today
                     */
                    on?: string;
                    /** @description Unit that takes its duties and its open tasks over */
                    successor?: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    findPeople: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                /** @description Only people of this unit and below; default: of all units of yours */
                unit?: string;
                /** @description A part of the name; one character: the surname */
                name?: string;
                /** @description Exactly this number, in any spelling */
                phone?: string;
                /** @description As people say it: 12号楼3单元402 */
                address?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
        };
    };
    createPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "王桂兰",
                 *       "unit": "u1",
                 *       "household": "h1",
                 *       "phone": "13800001234",
                 *       "reason": "入户登记"
                 *     }
                 */
                "application/json": {
                    name: string;
                    gender?: ("female" | "male") | null;
                    birthYear?: number | null;
                    birthDate?: string | null;
                    unit: string;
                    household?: string | null;
                    domicile?: string | null;
                    diedOn?: string | null;
                    phone?: string | null;
                    idNumber?: string | null;
                    flags?: ("partyMember" | "disabled" | "floating" | "retired" | "unemployed" | "livesAlone" | "noPhone" | "lowIncome" | "underGuardianship")[];
                    /** @description Why; stands in the history of every record */
                    reason: string;
                    /**
                     * Format: date
                     * @description Day from which it holds; default: today
                     */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    readPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "household": "h2",
                 *       "unit": "u2",
                 *       "reason": "迁居"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    gender?: ("female" | "male") | null;
                    birthYear?: number | null;
                    birthDate?: string | null;
                    unit?: string;
                    household?: string | null;
                    domicile?: string | null;
                    diedOn?: string | null;
                    phone?: string | null;
                    idNumber?: string | null;
                    /** @description What was registered when it was read; refused if that is something else by now */
                    seen?: {
                        name?: string;
                        gender?: ("female" | "male") | null;
                        birthYear?: number | null;
                        unit?: string;
                        household?: string | null;
                        domicile?: string | null;
                        diedOn?: string | null;
                    };
                    addFlags?: ("partyMember" | "disabled" | "floating" | "retired" | "unemployed" | "livesAlone" | "noPhone" | "lowIncome" | "underGuardianship")[];
                    removeFlags?: ("partyMember" | "disabled" | "floating" | "retired" | "unemployed" | "livesAlone" | "noPhone" | "lowIncome" | "underGuardianship")[];
                    /** @description Why; stands in the history of every record */
                    reason: string;
                    /**
                     * Format: date
                     * @description Day from which it holds; default: today
                     */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonChanged"];
                };
            };
        };
    };
    readPersonHistory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest version first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonHistory"];
                };
            };
        };
    };
    mergePeople: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "drop": "p2",
                 *       "reason": "重复登记"
                 *     }
                 */
                "application/json": {
                    /** @description The record that ends */
                    drop: string;
                    /** @description Why; stands in the history of every record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    readHousehold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                household: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The household */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdView"];
                };
            };
        };
    };
    changeHousehold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                household: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "group": "u3",
                 *       "reason": "划入居民小组"
                 *     }
                 */
                "application/json": {
                    premises?: string | null;
                    group?: string | null;
                    /**
                     * @description Only from those who assign visits
                     * @enum {string}
                     */
                    colour?: "red" | "orange" | "yellow" | "blue" | "green";
                    flat?: string;
                    /** @description Why; stands in the history of every record */
                    reason: string;
                    /**
                     * Format: date
                     * @description Day from which it holds; default: today
                     */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    createHousehold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "building": "u1",
                 *       "stairwell": "u2",
                 *       "flat": "3单元402",
                 *       "reason": "入户登记"
                 *     }
                 */
                "application/json": {
                    premises?: string | null;
                    group?: string | null;
                    /**
                     * @description Only from those who assign visits
                     * @enum {string}
                     */
                    colour?: "red" | "orange" | "yellow" | "blue" | "green";
                    building: string;
                    stairwell: string;
                    flat: string;
                    /** @description Why; stands in the history of every record */
                    reason: string;
                    /**
                     * Format: date
                     * @description Day from which it holds; default: today
                     */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    nameDelegate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                household: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": "p1",
                 *       "from": "2026-12-01",
                 *       "slip": "2026-12",
                 *       "reason": "全体成年人签字"
                 *     }
                 */
                "application/json": {
                    person: string;
                    /**
                     * Format: date
                     * @description Local date, `2026-11-21`
                     */
                    from: string;
                    to?: string | null;
                    /** @description Number of the slip signed by the adults */
                    slip: string;
                    /** @description Why; stands in the history of every record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    readPremises: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                premises: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flat */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesView"];
                };
            };
        };
    };
    changePremises: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                premises: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "area": 7318,
                 *       "areaSource": "deed",
                 *       "reason": "核对房产证"
                 *     }
                 */
                "application/json": {
                    number?: string;
                    floor?: number;
                    area?: number | null;
                    areaSource?: ("deed" | "survey" | "contract") | null;
                    /** @enum {string} */
                    use?: "dwelling" | "shop" | "garage" | "common";
                    /** @description Why; stands in the history of every record */
                    reason: string;
                    /**
                     * Format: date
                     * @description Day from which it holds; default: today
                     */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryChanged"];
                };
            };
        };
    };
    readPremisesGrid: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Floors */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesGrid"];
                };
            };
        };
    };
    listMyHouseholds: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Households */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldHouseholds"];
                };
            };
        };
    };
    readVisitedHousehold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                household: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The household */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitedHousehold"];
                };
            };
        };
    };
    listClaims: {
        parameters: {
            query?: {
                /** @description Default: asked */
                state?: "asked" | "in force";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Claims */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimList"];
                };
            };
        };
    };
    claimHousehold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "household": "household-1",
                 *       "purpose": "care"
                 *     }
                 */
                "application/json": {
                    household: string;
                    /**
                     * @description What the household is visited for
                     * @enum {string}
                     */
                    purpose: "care" | "safety" | "needs" | "warning";
                    /**
                     * Format: date
                     * @description First day; default today
                     */
                    from?: string;
                    /**
                     * Format: date
                     * @description First day on which it is over; default in half a year
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
        };
    };
    assignHousehold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "household": "household-1",
                 *       "person": "person-1",
                 *       "purpose": "care"
                 *     }
                 */
                "application/json": {
                    household: string;
                    person: string;
                    /**
                     * @description What the household is visited for
                     * @enum {string}
                     */
                    purpose: "care" | "safety" | "needs" | "warning";
                    /**
                     * Format: date
                     * @description First day; default today
                     */
                    from?: string;
                    /**
                     * Format: date
                     * @description First day on which it is over; default in half a year
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
        };
    };
    decideClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                claim: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accept": true
                 *     }
                 */
                "application/json": {
                    accept: boolean;
                };
            };
        };
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
        };
    };
    endClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                claim: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
        };
    };
    recordVisit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "claim": "claim-1",
                 *       "at": "2026-03-02T09:00:00Z",
                 *       "outcome": "met",
                 *       "note": "一切都好。"
                 *     }
                 */
                "application/json": {
                    claim: string;
                    /**
                     * Format: date-time
                     * @description When somebody was there
                     */
                    at: string;
                    /** @enum {string} */
                    outcome: "met" | "spoken by phone" | "not home" | "declined" | "needs help";
                    /** @description Kept sealed; read by holders of the household and by the family */
                    note?: string;
                    /** @description A case that came of it */
                    case?: string;
                };
            };
        };
        responses: {
            /** @description Recorded; the same key again changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextVisit"];
                };
            };
        };
    };
    listVisitLoads: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By helper */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitLoads"];
                };
            };
        };
    };
    listRules: {
        parameters: {
            query: {
                unit: string;
                /** @description Default: today */
                on?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesInForce"];
                };
            };
        };
    };
    publishRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "unit-1",
                 *       "base": 1,
                 *       "reason": "居民代表会议决定",
                 *       "rule": {
                 *         "id": "council",
                 *         "label": {
                 *           "zh": "议事会",
                 *           "en": "Council"
                 *         },
                 *         "tests": [
                 *           {
                 *             "base": "members",
                 *             "turnout": null,
                 *             "approval": {
                 *               "numerator": 1,
                 *               "denominator": 2,
                 *               "inclusive": false
                 *             }
                 *           }
                 *         ],
                 *         "quorum": null,
                 *         "abstention": "counts_in_base",
                 *         "void": "counts_in_base",
                 *         "silence": "not_counted",
                 *         "tie": "fails",
                 *         "status": "to_be_confirmed",
                 *         "law": "社区议事规则第三条",
                 *         "validFrom": "2026-01-01",
                 *         "validTo": null
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Null: the whole installation */
                    unit: string | null;
                    /** @description Newest version its author has seen; 0 for a new rule */
                    base: number;
                    reason: string;
                    /** @description As in the list, without version and confirmation */
                    rule: {
                        id: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenRule"];
                };
            };
        };
    };
    listRuleVersions: {
        parameters: {
            query: {
                /** @description Where the rules hold */
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                rule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleVersions"];
                };
            };
        };
    };
    confirmRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                rule: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "unit-1",
                 *       "version": 1,
                 *       "law": "《城市居民委员会组织法》第二十一条"
                 *     }
                 */
                "application/json": {
                    /** @description Where it was read to hold; null: the whole installation */
                    unit: string | null;
                    /** @description Version that was checked against the text */
                    version: number;
                    /** @description Citation: law and article */
                    law: string;
                };
            };
        };
        responses: {
            /** @description Confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenRule"];
                };
            };
        };
    };
    readPolicy: {
        parameters: {
            query: {
                /** @description Where it holds */
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Name of the workflow */
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In force, and everything before it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyHistory"];
                };
            };
        };
    };
    publishPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Name of the workflow */
                workflow: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "unit-1",
                 *       "base": "meeting:0123456789abcdef01234567",
                 *       "name": "居民代表会议决定",
                 *       "body": {}
                 *     }
                 */
                "application/json": {
                    /** @description Null: the whole installation */
                    unit: string | null;
                    /** @description Id of the version in force its author has seen */
                    base: string;
                    /** @description By whom and why it was decided */
                    name: string;
                    body: components["schemas"]["__schema0"];
                };
            };
        };
        responses: {
            /** @description Published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedPolicy"];
                };
            };
        };
    };
    listDutyTurns: {
        parameters: {
            query?: {
                /** @description Default: now */
                from?: string;
                /** @description Default: a week later */
                to?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Turns by hour and line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DutyTurn"][];
                        now: components["schemas"]["DutyTurn"][];
                    };
                };
            };
        };
    };
    enterDutyTurn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "line": 1,
                 *       "person": "person-1",
                 *       "phone": "0937-6280040",
                 *       "startsAt": "2026-10-01T10:00:00.000Z",
                 *       "endsAt": "2026-10-02T00:30:00.000Z"
                 *     }
                 */
                "application/json": {
                    line: number;
                    /** @description Person on duty */
                    person: string;
                    /**
                     * @description Telephone of the duty desk
                     * @default null
                     */
                    phone?: string | null;
                    /** Format: date-time */
                    startsAt: string;
                    /** Format: date-time */
                    endsAt: string;
                };
            };
        };
        responses: {
            /** @description Entered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyTurn"];
                };
            };
        };
    };
    strikeDutyTurn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
                turn: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "调班"
                 *     }
                 */
                "application/json": {
                    /** @description Why; stands in the history of every record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Struck out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    previewRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "matter": "供水",
                 *       "place": "limin-b9"
                 *     }
                 */
                "application/json": {
                    /** @description Id, code or name of a matter in the catalogue of the place */
                    matter: string;
                    /** @description Id or code of a unit */
                    place: string;
                    /**
                     * Format: date
                     * @description Default: today
                     */
                    on?: string;
                    /** @description Danger to life or property */
                    danger?: boolean;
                };
            };
        };
        responses: {
            /** @description The route */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutePreview"];
                };
            };
        };
    };
    checkAdmission: {
        parameters: {
            query: {
                matter: string;
                from: string;
                to: string;
                /** @description Local date, `2026-11-21` */
                on?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether, and by which entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admits"];
                };
            };
        };
    };
    listAdmissions: {
        parameters: {
            query?: {
                status?: "applied" | "admitted" | "refused" | "withdrawn";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest applications first, at most 500 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdmissionList"];
                };
            };
        };
    };
    applyForAdmission: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "matter": "m1",
                 *       "scope": "u1",
                 *       "reason": "便民",
                 *       "means": "随单拨付每件20元"
                 *     }
                 */
                "application/json": {
                    matter: string;
                    /** @description Communities at this unit and below */
                    scope: string;
                    /** @description Why; stands in the history of every record */
                    reason: string;
                    /** @description Authority and money that come with it (权随责走、费随事转) */
                    means: string;
                };
            };
        };
        responses: {
            /** @description Entered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admission"];
                };
            };
        };
    };
    decideAdmission: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
                admission: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "admitted": false,
                 *       "ground": "属于部门法定职责，社区没有执法权"
                 *     }
                 */
                "application/json": {
                    admitted: boolean;
                    ground: string;
                    from?: string | null;
                    /** @description First day on which it holds no more */
                    to?: string | null;
                };
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admission"];
                };
            };
        };
    };
    listRoutingProposals: {
        parameters: {
            query?: {
                status?: "open" | "accepted" | "rejected";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open ones first, those with most cases first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingProposalList"];
                };
            };
        };
    };
    acceptRoutingProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
                proposal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "两次裁定均归供水公司"
                 *     }
                 */
                "application/json": {
                    /** @description Why; stands in the history of every record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingProposal"];
                };
            };
        };
    };
    rejectRoutingProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
                proposal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "属于个别情况"
                 *     }
                 */
                "application/json": {
                    /** @description Why; stands in the history of every record */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingProposal"];
                };
            };
        };
    };
    listRegister: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                /** @description The community; what is below it is shown, too */
                unit: string;
                /** @description Resolution, covenant, pledge of its signatories, or rules of procedure */
                kind?: "resolution" | "covenant" | "pledge" | "procedure";
                /** @description Year of the number */
                year?: number;
                state?: "inForce" | "superseded" | "revoked";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entered last first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterPage"];
                };
            };
        };
    };
    readRegisterEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterEntry"];
                };
            };
        };
    };
    listRegisterSignatures: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order they were given */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterSignatures"];
                };
            };
        };
    };
    fileRegisterEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                entry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "with": "unit-street",
                 *       "number": "祁备〔2026〕7号",
                 *       "on": "2026-03-20"
                 *     }
                 */
                "application/json": {
                    version: number;
                    /** @description The street */
                    with: string;
                    number: string;
                    /** Format: date */
                    on: string;
                };
            };
        };
        responses: {
            /** @description Recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
        };
    };
    printRegisterEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    printRegister: {
        parameters: {
            query: {
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    listCovenantTemplates: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CovenantTemplates"];
                };
            };
        };
    };
    previewProcedure: {
        parameters: {
            query: {
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcedurePreview"];
                };
            };
        };
    };
    proposeProcedure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "unit-1",
                 *       "fingerprint": "0000000000000000000000000000000000000000000000000000000000000000"
                 *     }
                 */
                "application/json": {
                    unit: string;
                    /** @description Of the document that was read */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description Started */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedProcedure"];
                };
            };
        };
    };
    printProcedure: {
        parameters: {
            query: {
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    readChain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chain"];
                };
            };
        };
    };
    printChain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    readCostTable: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table, in fen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostTable"];
                };
            };
        };
    };
    printCostTable: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    listChainTemplates: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest version of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainTemplates"];
                };
            };
        };
    };
    saveChainTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "case-1",
                 *       "template": "lift",
                 *       "name": "加装电梯六十步"
                 *     }
                 */
                "application/json": {
                    /** @description A chain that is complete */
                    case: string;
                    /** @description Short name; the same name makes the next version */
                    template: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedChain"];
                };
            };
        };
    };
    readChainTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainTemplate"];
                };
            };
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                case?: string;
                status?: "open" | "retried" | "skipped" | "resolved";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPage"];
                };
            };
        };
    };
    retryIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the incident */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be tried again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"];
                };
            };
        };
    };
    skipIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the incident */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will not be tried again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"];
                };
            };
        };
    };
    resolveIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the incident */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "已电话通知。"
                 *     }
                 */
                "application/json": {
                    /** @description What was done about it outside the system */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Closed with a note */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"];
                };
            };
        };
    };
    readDocument: {
        parameters: {
            query?: {
                area?: "accounts" | "cases" | "workflows" | "desk" | "registry" | "imports" | "privacy" | "deliberations" | "ballots" | "registers" | "ledger" | "calendars" | "visits" | "files" | "partners" | "operation";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["__schema0"];
                    };
                };
            };
        };
    };
    isAlive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    readMetrics: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session, or that there is none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "login": "coordinator",
                 *       "password": "…"
                 *     }
                 */
                "application/json": {
                    /** @description Name to sign in with */
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    /** @description The session: httpOnly, SameSite=Lax, Secure over https */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out; also when nobody was signed in */
            200: {
                headers: {
                    /** @description The session: httpOnly, SameSite=Lax, Secure over https */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ended"];
                };
            };
        };
    };
    passSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    /** @description Six digits of the authenticator, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Signed in completely */
            200: {
                headers: {
                    /** @description The session: httpOnly, SameSite=Lax, Secure over https */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    readAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ways in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyAccount"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current": "…",
                 *       "password": "…"
                 *     }
                 */
                "application/json": {
                    /** @description The password until now, where there is one */
                    current?: string;
                    /** @description At least 10 signs */
                    password: string;
                    /** @description A name to sign in with, where there is none yet */
                    login?: string;
                };
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    /** @description The session goes on under a new token */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ended"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "…"
                 *     }
                 */
                "application/json": {
                    /** @description Once more, unless setting one up is all the session may do */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description To be scanned, then confirmed with a code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    /** @description Six digits of the authenticator, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Recovery codes, shown this once */
            200: {
                headers: {
                    /** @description The session goes on under a new token */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    /** @description Six digits of the authenticator, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Shown this once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Living sessions, last used first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ended"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ended"];
                };
            };
        };
    };
    listMySignIns: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInPage"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiTokenList"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "网格系统对接",
                 *       "scopes": [
                 *         "cases.read"
                 *       ],
                 *       "days": 90
                 *     }
                 */
                "application/json": {
                    /** @description What it is for */
                    name: string;
                    scopes: ("cases.read" | "cases.act" | "registry.read" | "registry.write" | "registry.import" | "registry.export" | "catalogue.write" | "admissions.apply" | "admissions.decide" | "roll.read" | "slips.issue" | "accounts.manage" | "accounts.audit" | "privacy.unmask" | "privacy.erase" | "privacy.audit" | "visits.claim" | "visits.assign" | "ballots.run" | "ballots.approve" | "ballots.collect" | "opinion.moderate" | "rules.publish" | "rules.confirm" | "registers.keep" | "calendars.edit" | "rosters.keep" | "files.review" | "partners.manage" | "deliveries.manage" | "substitutes.name" | "calls.make" | "ledger.reconcile" | "incidents.decide")[];
                    days: number;
                    /** @description Once more, where there is one */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description The token, shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is worth nothing now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query: {
                /** @description People of this unit and what is below it */
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accounts that are not closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
        };
    };
    readPersonAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    createPersonAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "login": "lixuemei"
                 *     }
                 */
                "application/json": {
                    /** @description Name to sign in with */
                    login?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    addPersonLogin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "login": "lixuemei"
                 *     }
                 */
                "application/json": {
                    /** @description Name to sign in with */
                    login: string;
                };
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    lockAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Locked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    unlockAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Unlocked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    closeAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed; the person may get another one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    endPersonSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended; API tokens revoked too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ended"];
                };
            };
        };
    };
    issueReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The code, shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetCode"];
                };
            };
        };
    };
    resetSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken off; sessions ended, API tokens revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    listSignIns: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                /** @description Only attempts on the account of this person */
                person?: string;
                outcome?: "in" | "secondFactorDue" | "wrong" | "wrongCode" | "locked" | "limited" | "secondFactorPassed" | "out";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAudit"];
                };
            };
        };
    };
    listSlips: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                /** @description Slips for this unit and what is below it */
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first, without codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipPage"];
                };
            };
        };
    };
    issueSlips: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "…",
                 *       "kind": "household"
                 *     }
                 */
                "application/json": {
                    /** @description For everybody in it: a stairwell, a building, a grid */
                    unit: string;
                    /** @enum {string} */
                    kind: "household" | "person";
                    /** @description Only these households or persons, all of them in the unit */
                    subjects?: string[];
                };
            };
        };
        responses: {
            /** @description The slips with their codes, shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedSlips"];
                };
            };
        };
    };
    printSlips: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "…",
                 *       "kind": "household"
                 *     }
                 */
                "application/json": {
                    /** @description For everybody in it: a stairwell, a building, a grid */
                    unit: string;
                    /** @enum {string} */
                    kind: "household" | "person";
                    /** @description Only these households or persons, all of them in the unit */
                    subjects?: string[];
                };
            };
        };
        responses: {
            /** @description Pages of A4, building by building */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    revokeSlip: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is worth nothing now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    lookAtSlip: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "7KQ2M-XRT4B-9HDWC"
                 *     }
                 */
                "application/json": {
                    /** @description As printed on the slip; blanks, dashes and small letters do not matter */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Who of the household one can be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipChoices"];
                };
            };
        };
    };
    join: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "7KQ2M-XRT4B-9HDWC",
                 *       "choice": "…"
                 *     }
                 */
                "application/json": {
                    /** @description As printed on the slip; blanks, dashes and small letters do not matter */
                    code: string;
                    choice: string;
                };
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    /** @description The session: httpOnly, SameSite=Lax, Secure over https */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "7KQ2M-XRT4B-9HDWC",
                 *       "password": "…"
                 *     }
                 */
                "application/json": {
                    /** @description As printed on the slip; blanks, dashes and small letters do not matter */
                    code: string;
                    /** @description At least 10 signs */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Set; all sessions ended, all API tokens revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordReset"];
                };
            };
        };
    };
    beginSingleSignOn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "signIn"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    purpose: "signIn" | "link" | "join";
                    /** @description Where to go afterwards, on this site */
                    next?: string;
                    code?: string;
                    choice?: string;
                };
            };
        };
        responses: {
            /** @description Where to send the browser */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleSignOn"];
                };
            };
        };
    };
    finishSingleSignOn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On to the page asked for, or to the sign-in page with the reason */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    unlinkIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "issuer": "https://login.example.cn"
                 *     }
                 */
                "application/json": {
                    issuer: string;
                };
            };
        };
        responses: {
            /** @description Unlinked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    listAuthorisations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those in force and those to come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authorisations"];
                };
            };
        };
    };
    authorise: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "login": "relative",
                 *       "to": "2027-12-31"
                 *     }
                 */
                "application/json": {
                    /** @description Name the relative signs in with */
                    login: string;
                    /**
                     * Format: date
                     * @description Default: today
                     */
                    from?: string;
                    /**
                     * Format: date
                     * @description First day on which it is over
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Authorised */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authorisation"];
                };
            };
        };
    };
    endAuthorisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Over from today */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    listAuthorisationsOf: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those in force and those to come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authorisations"];
                };
            };
        };
    };
    authoriseFor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "agent": "…",
                 *       "slip": "WT-2026-014"
                 *     }
                 */
                "application/json": {
                    /** @description Id of the relative */
                    agent: string;
                    /** @description Number of the slip the person has signed */
                    slip: string;
                    /**
                     * Format: date
                     * @description Default: today
                     */
                    from?: string;
                    /**
                     * Format: date
                     * @description First day on which it is over
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Authorised */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Authorisation"];
                };
            };
        };
    };
    endAuthorisationFor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Over from today */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    listStatementsToAnswer: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                deliberation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Statements */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedStatements"];
                };
            };
        };
    };
    sayStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                deliberation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "我觉得电梯费用应当按楼层分摊。"
                 *     }
                 */
                "application/json": {
                    /** @description One thought, so that others can agree or disagree */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaidStatement"];
                };
            };
        };
    };
    listMyStatements: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                deliberation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My statements */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyStatements"];
                };
            };
        };
    };
    takePosition: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                deliberation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "statement": 1,
                 *       "position": 1
                 *     }
                 */
                "application/json": {
                    statement: number;
                    /** @description 1 agree, 0 pass, −1 disagree */
                    position: -1 | 0 | 1;
                };
            };
        };
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenPosition"];
                };
            };
        };
    };
    listMyPositions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                deliberation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPositions"];
                };
            };
        };
    };
    readOpinionPicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                deliberation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture as numbers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpinionPicture"];
                };
            };
        };
    };
    drawOpinionPicture: {
        parameters: {
            query?: {
                /** @description A picture, or a page with the same numbers as a table */
                format?: "svg" | "html";
                /** @description Default: the language of the request */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                deliberation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SVG, or a page with SVG and table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
        };
    };
    listStatementsToModerate: {
        parameters: {
            query?: {
                state?: "waiting" | "shown" | "rejected" | "merged";
                limit?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                deliberation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Statements */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementsToModerate"];
                };
            };
        };
    };
    moderateStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                deliberation: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "show": false,
                 *       "reason": "点名指责邻居，请改为对事的意见。"
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    show: true;
                } | {
                    /** @constant */
                    show: false;
                    /** @description Told to the author */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeratedStatement"];
                };
            };
        };
    };
    proposeStatementMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                deliberation: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "into": 3
                 *     }
                 */
                "application/json": {
                    /** @description The statement that stays */
                    into: number;
                };
            };
        };
        responses: {
            /** @description Both authors are asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeratedStatement"];
                };
            };
        };
    };
    answerStatementMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                deliberation: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accept": true
                 *     }
                 */
                "application/json": {
                    accept: boolean;
                };
            };
        };
        responses: {
            /** @description Where the statement stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeratedStatement"];
                };
            };
        };
    };
    listOwnBallots: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ballots that are not over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnBallots"];
                };
            };
        };
    };
    readBallot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ballot */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ballot"];
                };
            };
        };
    };
    readOwnVotingUnits: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Voting units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnVotingUnits"];
                };
            };
        };
    };
    castPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": "K7Q2M",
                 *       "choice": {
                 *         "vote": "yes"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Code of the voting unit on the roll */
                    entry: string;
                    choice: {
                        /** @enum {string} */
                        vote: "yes" | "no" | "abstain";
                    } | {
                        /** @enum {string} */
                        vote: "consent" | "object" | "abstain";
                        reason?: string;
                    } | {
                        options: string[];
                    } | {
                        scores: {
                            [key: string]: number;
                        };
                    } | {
                        order: string[][];
                    } | {
                        /** @constant */
                        void: true;
                    };
                    /** @description 26 characters, made by the voter’s own device; whoever has it can show that the paper is counted */
                    receipt?: string;
                    /** @description Receipt of the paper in force that this one replaces */
                    replaces?: string;
                };
            };
        };
        responses: {
            /** @description Recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CastPaper"];
                };
            };
        };
    };
    withdrawPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": "K7Q2M",
                 *       "replaces": "0123456789ABCDEFGHJKMNPQRS"
                 *     }
                 */
                "application/json": {
                    /** @description Code of the voting unit on the roll */
                    entry: string;
                    /** @description 26 characters, made by the voter’s own device; whoever has it can show that the paper is counted */
                    replaces: string;
                };
            };
        };
        responses: {
            /** @description Taken back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CastPaper"];
                };
            };
        };
    };
    listContests: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Contests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contests"];
                };
            };
        };
    };
    contestCaster: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": "K7Q2M",
                 *       "reason": "没有商量过"
                 *     }
                 */
                "application/json": {
                    /** @description Code of the voting unit on the roll */
                    entry: string;
                    reason: string;
                    /** @description Person whose right is contested; left out: whoever cast, or would */
                    against?: string;
                };
            };
        };
        responses: {
            /** @description The contest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contest"];
                };
            };
        };
    };
    listRollAppeals: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Appeals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollAppeals"];
                };
            };
        };
    };
    appealRoll: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "about": "missing",
                 *       "text": "名册上没有我家"
                 *     }
                 */
                "application/json": {
                    /** @description Left out by somebody who is missing */
                    entry?: string;
                    /** @enum {string} */
                    about: "missing" | "area" | "casters" | "other";
                    text: string;
                };
            };
        };
        responses: {
            /** @description The appeal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollAppeal"];
                };
            };
        };
    };
    readInclusion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
                /** @description What is published of a receipt */
                tracker: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paper with its Merkle proof */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperInclusion"];
                };
            };
        };
    };
    downloadBallot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
        };
    };
    readBallotRoll: {
        parameters: {
            query?: {
                /** @description Last entry of the page before */
                after?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roll */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotRoll"];
                };
            };
        };
    };
    listRollChanges: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollChanges"];
                };
            };
        };
    };
    proposeRollChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "remove",
                 *       "entry": "K7Q2M",
                 *       "ground": "correction",
                 *       "reason": "重复登记"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    ground: "appeal" | "sale" | "inheritance" | "moved" | "correction" | "contest";
                    reason: string;
                    /** @description Appeal it answers */
                    appeal?: string;
                    /** @constant */
                    kind: "remove";
                    /** @description Code of the voting unit on the roll */
                    entry: string;
                } | {
                    /** @enum {string} */
                    ground: "appeal" | "sale" | "inheritance" | "moved" | "correction" | "contest";
                    reason: string;
                    /** @description Appeal it answers */
                    appeal?: string;
                    /** @constant */
                    kind: "correct";
                    /** @description Code of the voting unit on the roll */
                    entry: string;
                    /** @description Who may cast for it */
                    casters?: string[];
                    /** @description Weight by base, whole numbers; areas in 0.01 m² */
                    weights?: {
                        [key: string]: number;
                    };
                } | {
                    /** @enum {string} */
                    ground: "appeal" | "sale" | "inheritance" | "moved" | "correction" | "contest";
                    reason: string;
                    /** @description Appeal it answers */
                    appeal?: string;
                    /** @constant */
                    kind: "add";
                    /** @description Owners, or the person; of a household those who may cast for it */
                    casters: string[];
                    /** @description Weight by base, whole numbers; areas in 0.01 m² */
                    weights: {
                        [key: string]: number;
                    };
                    household?: string;
                    premises?: string[];
                    building?: string;
                    stairwell?: string;
                } | {
                    reason: string;
                    /** @description Appeal it answers */
                    appeal?: string;
                    /** @constant */
                    kind: "sale";
                    /** @description Code of the voting unit on the roll */
                    entry: string;
                    flat: string;
                    buyers: string[];
                };
            };
        };
        responses: {
            /** @description The change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedRollChange"];
                };
            };
        };
    };
    decideRollChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
                change: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "approve": true
                 *     }
                 */
                "application/json": {
                    approve: boolean;
                };
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    answerRollAppeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
                appeal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "granted": false,
                 *       "answer": "面积以产权证为准"
                 *     }
                 */
                "application/json": {
                    granted: boolean;
                    answer: string;
                };
            };
        };
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    settleContest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": "K7Q2M",
                 *       "outcome": "counts",
                 *       "ground": "书面委托属实"
                 *     }
                 */
                "application/json": {
                    /** @description Code of the voting unit on the roll */
                    entry: string;
                    /** @enum {string} */
                    outcome: "counts" | "falls";
                    ground: string;
                };
            };
        };
        responses: {
            /** @description Settled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    enterAssistedPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": "K7Q2M",
                 *       "caster": "person-1",
                 *       "choice": {
                 *         "vote": "yes"
                 *       },
                 *       "channel": "doorstep",
                 *       "witness": "person-2"
                 *     }
                 */
                "application/json": {
                    /** @description Code of the voting unit on the roll */
                    entry: string;
                    /** @description Person who votes */
                    caster: string;
                    choice: {
                        /** @enum {string} */
                        vote: "yes" | "no" | "abstain";
                    } | {
                        /** @enum {string} */
                        vote: "consent" | "object" | "abstain";
                        reason?: string;
                    } | {
                        options: string[];
                    } | {
                        scores: {
                            [key: string]: number;
                        };
                    } | {
                        order: string[][];
                    } | {
                        /** @constant */
                        void: true;
                    };
                    /** @enum {string} */
                    channel: "hands" | "telephone" | "doorstep";
                    /** @description Second person at the telephone or at the door */
                    witness?: string;
                    /** @description File of the written waiver of secrecy */
                    file?: string;
                    /** @description 26 characters, made by the voter’s own device; whoever has it can show that the paper is counted */
                    replaces?: string;
                };
            };
        };
        responses: {
            /** @description Recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CastPaper"];
                };
            };
        };
    };
    transcribePaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": "K7Q2M",
                 *       "caster": "person-1",
                 *       "choice": {
                 *         "vote": "no"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Code of the voting unit on the roll */
                    entry?: string;
                    /** @description Number on an opened inner envelope */
                    inner?: number;
                    /** @description Person who signed the paper */
                    caster?: string;
                    choice: {
                        /** @enum {string} */
                        vote: "yes" | "no" | "abstain";
                    } | {
                        /** @enum {string} */
                        vote: "consent" | "object" | "abstain";
                        reason?: string;
                    } | {
                        options: string[];
                    } | {
                        scores: {
                            [key: string]: number;
                        };
                    } | {
                        order: string[][];
                    } | {
                        /** @constant */
                        void: true;
                    };
                    /** @description File of the scan */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description How far the sheet is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transcription"];
                };
            };
        };
    };
    receiveEnvelope: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": "K7Q2M",
                 *       "caster": "person-1"
                 *     }
                 */
                "application/json": {
                    /** @description Code of the voting unit on the roll */
                    entry: string;
                    caster: string;
                    /** @description File of the scan */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Taken; the receipt takes it back unopened */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedEnvelope"];
                };
            };
        };
    };
    listTranscriptionDifferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Differences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptionDifferences"];
                };
            };
        };
    };
    listProxies: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Proxies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotProxies"];
                };
            };
        };
    };
    enterProxy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": "K7Q2M",
                 *       "giver": "person-1",
                 *       "holder": "person-2",
                 *       "file": "file-1"
                 *     }
                 */
                "application/json": {
                    /** @description Code of the voting unit on the roll */
                    entry: string;
                    giver: string;
                    holder: string;
                    /** @description File of the written proxy */
                    file: string;
                };
            };
        };
        responses: {
            /** @description The proxy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotProxy"];
                };
            };
        };
    };
    revokeProxy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
                proxy: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotProxy"];
                };
            };
        };
    };
    readTurnout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Turnout */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotTurnout"];
                };
            };
        };
    };
    listDoors: {
        parameters: {
            query: {
                /** @description Building whose doors are asked for */
                building: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Doors */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoorstepList"];
                };
            };
        };
    };
    unmask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "field": "phone",
                 *       "reason": "回访楼道灯的事"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    field: "phone" | "idNumber";
                    /** @description Why it is needed now; kept in the journal of looks */
                    reason: string;
                    /** @description The case it is needed for */
                    case?: string;
                };
            };
        };
        responses: {
            /** @description The value */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unmasked"];
                };
            };
        };
    };
    listLooks: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                person?: string;
                by?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Looks at people of my units, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookPage"];
                };
            };
        };
    };
    listOwnLooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Looks, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnLooks"];
                };
            };
        };
    };
    listConsentTexts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Texts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentTexts"];
                };
            };
        };
    };
    listOwnConsents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Consents, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
        };
    };
    giveOwnConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "meterWatching",
                 *       "textVersion": "2026-1"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    purpose: "meterWatching" | "healthNote" | "photoPublication" | "contactSharing";
                    textVersion: string;
                };
            };
        };
        responses: {
            /** @description Given */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    withdrawOwnConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "meterWatching"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    purpose: "meterWatching" | "healthNote" | "photoPublication" | "contactSharing";
                };
            };
        };
        responses: {
            /** @description Whether one was withdrawn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Withdrawn"];
                };
            };
        };
    };
    listConsents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Consents, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
        };
    };
    enterConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "photoPublication",
                 *       "textVersion": "2026-1",
                 *       "channel": "slip",
                 *       "slip": "A-1024"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    purpose: "meterWatching" | "healthNote" | "photoPublication" | "contactSharing";
                    textVersion: string;
                    /** @enum {string} */
                    channel: "delegate" | "slip" | "door";
                    /** @description Number of the paper with the signature */
                    slip: string;
                    /** @description File with the scanned signature; needed for sensitive data */
                    evidence?: string;
                };
            };
        };
        responses: {
            /** @description Given */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    enterWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "meterWatching"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    purpose: "meterWatching" | "healthNote" | "photoPublication" | "contactSharing";
                };
            };
        };
        responses: {
            /** @description Whether one was withdrawn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Withdrawn"];
                };
            };
        };
    };
    exportOwnData: {
        parameters: {
            query?: {
                /** @description Default: json */
                format?: "json" | "html";
            };
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    listOwnCorrections: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Corrections, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionList"];
                };
            };
        };
    };
    askCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "field": "电话",
                 *       "wanted": "已换号，新号码 13800000000。"
                 *     }
                 */
                "application/json": {
                    field: string;
                    wanted: string;
                };
            };
        };
        responses: {
            /** @description Asked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    listCorrections: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionList"];
                };
            };
        };
    };
    answerCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "done",
                 *       "answer": "已更正。"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    state: "done" | "refused";
                    answer: string;
                };
            };
        };
        responses: {
            /** @description Answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
        };
    };
    previewRetention: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By kind */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionPreview"];
                };
            };
        };
    };
    askOwnErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ground": "purpose achieved"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    ground: "purpose achieved" | "consent withdrawn" | "unlawful" | "retention over" | "moved away or died";
                    /** @description Somebody who has authorised me, or whose guardian I am */
                    onBehalfOf?: string;
                };
            };
        };
        responses: {
            /** @description Asked; asked twice it is one wish */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
        };
    };
    listOwnErasures: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erasures, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureList"];
                };
            };
        };
    };
    askErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ground": "moved away or died"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    ground: "purpose achieved" | "consent withdrawn" | "unlawful" | "retention over" | "moved away or died";
                };
            };
        };
        responses: {
            /** @description Asked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
        };
    };
    listErasures: {
        parameters: {
            query?: {
                state?: "asked" | "confirmed" | "refused" | "done";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erasures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureList"];
                };
            };
        };
    };
    confirmErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
        };
    };
    refuseErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answer": "仍在法院审理期内，依法留存。"
                 *     }
                 */
                "application/json": {
                    /** @description Why; the person reads it */
                    answer: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
        };
    };
    holdPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "authority": "（2026）民初 17 号"
                 *     }
                 */
                "application/json": {
                    authority: string;
                    /** Format: date */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description On hold */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHold"];
                };
            };
        };
    };
    listHolds: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Holds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHoldList"];
                };
            };
        };
    };
    liftHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lifted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHold"];
                };
            };
        };
    };
    uploadFile: {
        parameters: {
            query?: {
                /** @description Case it belongs to; can be said later */
                case?: string;
                /** @description Keep where and when a photo was taken inside the original; default: remove */
                keepPlace?: "true" | "false";
            };
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
        };
    };
    listFilesToReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Photos, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileList"];
                };
            };
        };
    };
    readFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
        };
    };
    downloadFile: {
        parameters: {
            query?: {
                size?: "file" | "thumbnail";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    listCaseFiles: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileList"];
                };
            };
        };
    };
    attachFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "case": "case-1"
                 *     }
                 */
                "application/json": {
                    case: string;
                };
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
        };
    };
    publishFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "masks": [
                 *         {
                 *           "left": 40,
                 *           "top": 32,
                 *           "width": 60,
                 *           "height": 60
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description What must not be seen (faces, number plates), in pixels of the stored picture */
                    masks: {
                        left: number;
                        top: number;
                        width: number;
                        height: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description The copy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
        };
    };
    keepFilePrivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reviewed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileReviewed"];
                };
            };
        };
    };
    uploadImport: {
        parameters: {
            query: {
                /** @description Unit whose records the file brings; nothing outside it is touched */
                unit: string;
                /** @description Local date from which the rows are so; default today */
                asOf?: string;
                /** @description What the file is called, for people; default the name it is sent under */
                name?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                kind: "units" | "premises" | "households" | "people" | "bodies" | "catalogue";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Staged; nothing is written to the registry */
            201: {
                headers: {
                    /** @description The import */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    importTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                kind: "units" | "premises" | "households" | "people" | "bodies" | "catalogue";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV with the headings and how their cells are written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            id: string;
                            /** @enum {string} */
                            kind: "units" | "premises" | "households" | "people" | "bodies" | "catalogue";
                            /** @enum {string} */
                            state: "uploaded" | "checked" | "applied" | "undone";
                            unit: string;
                            fileName: string;
                            /** @enum {string} */
                            format: "csv" | "xlsx";
                            detail: string;
                            sha256: string;
                            bytes: number;
                            /** Format: date */
                            asOf: string;
                            by: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601 in UTC with milliseconds
                             */
                            at: string;
                            counts: {
                                rows: number;
                                new: number;
                                changed: number;
                                unchanged: number;
                                errors: number;
                                warnings: number;
                                questions: number;
                                skipped: number;
                            };
                            decisions: {
                                [key: string]: string;
                            };
                            unknownColumns: string[];
                            changes: string[];
                        }[];
                        /** @description Cursor of the next page; null at the end */
                        next: string | null;
                    };
                };
            };
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    readImportRows: {
        parameters: {
            query?: {
                only?: "all" | "problems" | "new" | "changed" | "unchanged" | "error";
                /** @description Number of the last row seen */
                after?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Up to 100 rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            row: number;
                            outcome: ("new" | "changed" | "unchanged" | "error") | null;
                            /** @description By column; sensitive ones masked */
                            cells: {
                                [key: string]: string;
                            };
                            problems: components["schemas"]["ImportProblem"][];
                        }[];
                        next: number | null;
                    };
                };
            };
        };
    };
    downloadProblems: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV: row, column, what is wrong, what to do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    checkImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decisions": {
                 *         "12": "new"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description By row: id of the person it is, `row:N`, or `new` */
                    decisions?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Checked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    applyImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Applied, now or before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "导错了文件"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Undone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    exportList: {
        parameters: {
            query: {
                unit: string;
                format?: "csv" | "xlsx";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                list: "people" | "households" | "premises" | "units" | "bodies" | "catalogue" | "cases" | "signIns";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    findNumber: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                system: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                    };
                };
            };
        };
    };
    listNumbers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            system: string;
                            number: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601 in UTC with milliseconds
                             */
                            at: string;
                        }[];
                    };
                };
            };
        };
    };
    giveNumber: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "system": "12345",
                 *       "number": "20260601-00012"
                 *     }
                 */
                "application/json": {
                    system: string;
                    number: string;
                };
            };
        };
        responses: {
            /** @description Given, or had it already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                    };
                };
            };
        };
    };
    listPartners: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Partner"][];
                    };
                };
            };
        };
    };
    createPartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "hotline",
                 *       "name": "12345 热线平台",
                 *       "unit": "jyg",
                 *       "scopes": [
                 *         "cases.start",
                 *         "changes.read"
                 *       ],
                 *       "systems": [
                 *         "12345"
                 *       ]
                 *     }
                 */
                "application/json": {
                    code: string;
                    name: string;
                    unit: string;
                    scopes: ("cases.start" | "changes.read")[];
                    systems: string[];
                };
            };
        };
        responses: {
            /** @description Taken in; it has no key yet */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
        };
    };
    switchPartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                partner: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "isActive": false
                 *     }
                 */
                "application/json": {
                    isActive: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
        };
    };
    issuePartnerKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                partner: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlapHours": 48
                 *     }
                 */
                "application/json": {
                    /** @description How long the keys before it stay good */
                    overlapHours: number;
                    /**
                     * Format: date-time
                     * @description Until when the new key is good; default until it is replaced
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description The key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        partner: string;
                        key: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 in UTC with milliseconds
                         */
                        olderUntil: string;
                        to: string | null;
                    };
                };
            };
        };
    };
    startPartnerCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                partner: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "system": "12345",
                 *       "number": "20260601-00012",
                 *       "unit": "limin",
                 *       "title": "12号楼二单元楼道灯不亮"
                 *     }
                 */
                "application/json": {
                    system: string;
                    number: string;
                    unit: string;
                    title: string;
                    description?: string;
                    danger?: boolean;
                    category?: string;
                    place?: string;
                };
            };
        };
        responses: {
            /** @description The number has a case already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        existing: boolean;
                    };
                };
            };
            /** @description Started */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        existing: boolean;
                    };
                };
            };
        };
    };
    readPartnerChanges: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                partner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cases that changed since the cursor, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            numbers: {
                                system: string;
                                number: string;
                            }[];
                            case: string;
                            version: number;
                            status: string;
                            stage: {
                                key: string;
                                label: components["schemas"]["Label"];
                            };
                            states: components["schemas"]["Label"][];
                            due: string | null;
                            result: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601 in UTC with milliseconds
                             */
                            changedAt: string;
                        }[];
                        /** @description Ask with it next time; also when there are no rows */
                        cursor: string;
                    };
                };
            };
        };
    };
    readNotificationPreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Preferences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    changeNotificationPreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "zh",
                 *       "channels": {
                 *         "emergency": [
                 *           "sms",
                 *           "email"
                 *         ],
                 *         "important": [
                 *           "email",
                 *           "sms"
                 *         ],
                 *         "routine": [
                 *           "email"
                 *         ]
                 *       },
                 *       "hours": {
                 *         "from": "08:00",
                 *         "to": "21:00"
                 *       },
                 *       "digest": true
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    language?: "zh" | "en";
                    /** @description Channels in the order in which they are tried; an emergency takes all of them whatever is chosen */
                    channels?: {
                        emergency: ("email" | "sms")[];
                        important: ("email" | "sms")[];
                        routine: ("email" | "sms")[];
                    };
                    /** @description Local hours; null: those of the installation */
                    hours?: {
                        from: string;
                        to: string;
                    } | null;
                    digest?: boolean;
                    digestHour?: number;
                    /** @description A new address is sent a code; null: no mail any more */
                    email?: string | null;
                };
            };
        };
        responses: {
            /** @description Preferences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    confirmNotificationAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "12345678"
                 *     }
                 */
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Preferences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    listOwnAbsences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Absences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceList"];
                };
            };
        };
    };
    enterOwnAbsence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "substitute": "person-2",
                 *       "from": "2026-03-02",
                 *       "to": "2026-03-09"
                 *     }
                 */
                "application/json": {
                    /** @description Somebody with an office at the same place or above it */
                    substitute: string;
                    /**
                     * Format: date
                     * @description First day away
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description Day of return
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Entered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
        };
    };
    enterAbsence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": "person-1",
                 *       "substitute": "person-2",
                 *       "from": "2026-03-02",
                 *       "to": "2026-03-09"
                 *     }
                 */
                "application/json": {
                    person: string;
                    /** @description Somebody with an office at the same place or above it */
                    substitute: string;
                    /**
                     * Format: date
                     * @description First day away
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description Day of return
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Entered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
        };
    };
    endAbsence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                absence: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
        };
    };
    listCalls: {
        parameters: {
            query: {
                unit: string;
                /** @description Default: open */
                status?: "open" | "done" | "given_up" | "moot";
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallPage"];
                };
            };
        };
    };
    printCalls: {
        parameters: {
            query: {
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    printCallSlips: {
        parameters: {
            query: {
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    readCallPhone: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                call: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallPhone"];
                };
            };
        };
    };
    logCall: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                call: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "not_reached"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    outcome: "reached" | "not_reached" | "refused" | "moved";
                };
            };
        };
        responses: {
            /** @description The entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Call"];
                };
            };
        };
    };
    readLedger: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                /** @description 建账 open, 派账 assigned, 晒账 published, 对账 reconciled */
                view?: "open" | "assigned" | "published" | "reconciled";
                /** @description Only what it does, dispatches or has within it */
                unit?: string;
                /** @description Local month, 2026-03 */
                month?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPage"];
                };
            };
        };
    };
    readRates: {
        parameters: {
            query?: {
                /** @description Default: the month before this one */
                from?: string;
                /** @description Default: as `from` */
                to?: string;
                unit?: string;
                category?: string;
                by?: "department" | "dispatcher" | "community" | "street" | "category" | "month";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups and their total */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rates"];
                };
            };
        };
    };
    readLeague: {
        parameters: {
            query?: {
                /** @description Default: the month before this one */
                from?: string;
                /** @description Default: as `from` */
                to?: string;
                unit?: string;
                category?: string;
                of?: "department" | "dispatcher";
                /** @description Default: on time for departments, wrong dispatch for dispatchers */
                by?: "response" | "onTime" | "solved" | "satisfied" | "redo" | "return" | "extension" | "dispatch";
                /** @description Cases before anybody is ranked; default 5 */
                least?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ranked first, then those with too few cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["League"];
                };
            };
        };
    };
    listDigests: {
        parameters: {
            query: {
                unit: string;
                period?: "day" | "week" | "month" | "quarter";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, at most 100 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestList"];
                };
            };
        };
    };
    readReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
                /** @description 2026-03-02, 2026-W10, 2026-03, 2026-Q1 */
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountReport"];
                };
            };
        };
    };
    printReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                unit: string;
                /** @description 2026-03-02, 2026-W10, 2026-03, 2026-Q1 */
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    listAccountSheets: {
        parameters: {
            query: {
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSheetList"];
                };
            };
        };
    };
    checkAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "unit-1",
                 *       "month": "2026-03"
                 *     }
                 */
                "application/json": {
                    unit: string;
                    /** @description Local month, 2026-03 */
                    month: string;
                };
            };
        };
        responses: {
            /** @description The sheet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSheet"];
                };
            };
        };
    };
    signAccountSheet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                sheet: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "remark": null
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Needed where the account differs
                     * @default null
                     */
                    remark?: string | null;
                };
            };
        };
        responses: {
            /** @description Signed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSheet"];
                };
            };
        };
    };
    readDeliveryStanding: {
        parameters: {
            query: {
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryStanding"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query: {
                /** @description Top of a tree of units: deliveries are looked after there */
                unit: string;
                status?: "pending" | "sent" | "skipped" | "failed";
                channel?: "email" | "sms" | "robot";
                case?: string;
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
        };
    };
    listSpool: {
        parameters: {
            query: {
                unit: string;
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpoolPage"];
                };
            };
        };
    };
    replayDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "unit-1",
                 *       "since": "2026-03-01T00:00:00Z"
                 *     }
                 */
                "application/json": {
                    unit: string;
                    /** @description One delivery; without it all that were given up since */
                    delivery?: string;
                    /** Format: date-time */
                    since?: string;
                };
            };
        };
        responses: {
            /** @description How many */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query: {
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "unit-1",
                 *       "name": "街道大屏",
                 *       "url": "https://screen.example.cn/minyi",
                 *       "events": [
                 *         "case.started",
                 *         "case.changed",
                 *         "case.ended"
                 *       ]
                 *     }
                 */
                "application/json": {
                    unit: string;
                    name: string;
                    /** Format: uri */
                    url: string;
                    events: ("case.started" | "case.changed" | "case.ended")[];
                };
            };
        };
        responses: {
            /** @description Made; the secret is shown this once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeWebhook"];
                };
            };
        };
    };
    switchWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "isActive": false
                 *     }
                 */
                "application/json": {
                    isActive: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                webhook: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    listRobots: {
        parameters: {
            query: {
                unit: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Robots */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RobotList"];
                };
            };
        };
    };
    addRobot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "unit-1",
                 *       "kind": "dingtalk",
                 *       "name": "值班群",
                 *       "url": "https://oapi.dingtalk.com/robot/send?access_token=…",
                 *       "secret": "SEC…",
                 *       "urgencies": [
                 *         "emergency",
                 *         "important"
                 *       ]
                 *     }
                 */
                "application/json": {
                    unit: string;
                    /** @enum {string} */
                    kind: "wecom" | "dingtalk" | "feishu";
                    name: string;
                    /**
                     * Format: uri
                     * @description The address the group chat gave out, its key included
                     */
                    url: string;
                    /** @description Of DingTalk or Feishu with signatures; else null */
                    secret: string | null;
                    urgencies: ("emergency" | "important" | "routine")[];
                };
            };
        };
        responses: {
            /** @description Added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Robot"];
                };
            };
        };
    };
    switchRobot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                robot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "isActive": false
                 *     }
                 */
                "application/json": {
                    isActive: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Robot"];
                };
            };
        };
    };
    printNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    writeChatText: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Plain text, Chinese */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    printMinutes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    printCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    printReviewSlip: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    printOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
                /** @description Which sheet */
                order: "dispatch" | "urge" | "supervision" | "return" | "completion";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    printMeetingNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    printResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    printBallotPapers: {
        parameters: {
            query?: {
                /** @description Only units of this building */
                building?: string;
                /** @description Only these voting units: codes with commas between */
                entries?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the ballot’s case */
                ballot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    printReportForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the unit where it is handed in */
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of A4 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    readInstallation: {
        parameters: {
            query?: {
                /** @description Whose emergency numbers; without it only the national ones */
                unit?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The installation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
        };
    };
    readNames: {
        parameters: {
            query: {
                /** @description Ids of units and people, separated by commas; at most 200 */
                ids: string;
                /** @description Case they were met on: whoever runs it or works on it may know more of its people */
                case?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are known */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameList"];
                };
            };
        };
    };
    countDesk: {
        parameters: {
            query?: {
                workflow?: string;
                /** @description Person who has authorised me: what waits for them in person */
                for?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskCounts"];
                };
            };
        };
    };
    listInside: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People and offices, the nearest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inside"];
                };
            };
        };
    };
    readStory: {
        parameters: {
            query?: {
                /** @description Person who has authorised me: the case as they see it, with what I may do for them */
                for?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The story */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
        };
    };
    followCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Followed, also when it was before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Follow"];
                };
            };
        };
    };
    unfollowCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not followed any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Follow"];
                };
            };
        };
    };
    findSimilar: {
        parameters: {
            query: {
                /** @description Title and description */
                text: string;
                /** @description Unit the matter belongs to: what lies there and near it is compared */
                unit: string;
                /** @description The case it is compared for, which is left out */
                case?: string;
                /** @description At most so many, 1 to 20; default 5 */
                limit?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The most similar first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarList"];
                };
            };
        };
    };
    readHome: {
        parameters: {
            query?: {
                /** @description Whose community: for visitors, and for looking at another one */
                unit?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Home */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
                };
            };
        };
    };
    readTrend: {
        parameters: {
            query: {
                /** @description A place or a department */
                unit: string;
                /** @description Whole months before this one, 1 to 24; default 12 */
                months?: number;
                category?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Months */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trend"];
                };
            };
        };
    };
    readBlocks: {
        parameters: {
            query: {
                /** @description Unit whose child units are compared */
                unit: string;
                /** @description Default: issues */
                workflow?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Child units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Blocks"];
                };
            };
        };
    };
    readStanding: {
        parameters: {
            query?: {
                /** @description Cases overdue by more days than these; default 7 */
                overdueDays?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The standing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
        };
    };
    readParticulars: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The particulars */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Particulars"];
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: {
                /** @description Whose calendars; default: the installation’s */
                unit?: string;
                /** @description Only exceptions of this year; default: the present one and the next */
                year?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Calendars */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendars"];
                };
            };
        };
    };
    readCalendar: {
        parameters: {
            query?: {
                /** @description Whose calendars; default: the installation’s */
                unit?: string;
                /** @description Only exceptions of this year; default: the present one and the next */
                year?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                calendar: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
        };
    };
    editCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                calendar: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": null,
                 *       "base": 1,
                 *       "change": {
                 *         "days": [
                 *           {
                 *             "date": "2026-11-24",
                 *             "open": false,
                 *             "label": "台风停工"
                 *           }
                 *         ]
                 *       },
                 *       "reason": "市政府通知：台风停工一天",
                 *       "alsoBelow": true
                 *     }
                 */
                "application/json": {
                    /** @description Whose own calendar it is or becomes; null: the installation’s */
                    unit: string | null;
                    /** @description Version of its own that was seen; 0: it has none yet */
                    base: number;
                    change: {
                        days?: ({
                            /** Format: date */
                            date: string;
                            /**
                             * @description Again what its weekday is
                             * @constant
                             */
                            usual: true;
                        } | {
                            /** Format: date */
                            date: string;
                            /** @description False: a holiday; true: a make-up day */
                            open: boolean;
                            /** @description Of an opened day; default: an ordinary day */
                            intervals?: {
                                from: string;
                                /** @description Up to 24:00 */
                                to: string;
                            }[];
                            label?: string;
                        })[];
                        confirmYears?: number[];
                        doubtYears?: number[];
                        week?: {
                            [key: string]: {
                                from: string;
                                /** @description Up to 24:00 */
                                to: string;
                            }[];
                        };
                        zone?: string;
                    };
                    /**
                     * @description Also in the own calendars of units below
                     * @default true
                     */
                    alsoBelow?: boolean;
                    /** @description Stands in the journal of every case whose clock moves */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Written versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEdited"];
                };
            };
        };
    };
    previewCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                calendar: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": null,
                 *       "base": 1,
                 *       "change": {
                 *         "days": [
                 *           {
                 *             "date": "2026-11-24",
                 *             "open": false,
                 *             "label": "台风停工"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Whose own calendar it is or becomes; null: the installation’s */
                    unit: string | null;
                    /** @description Version of its own that was seen; 0: it has none yet */
                    base: number;
                    change: {
                        days?: ({
                            /** Format: date */
                            date: string;
                            /**
                             * @description Again what its weekday is
                             * @constant
                             */
                            usual: true;
                        } | {
                            /** Format: date */
                            date: string;
                            /** @description False: a holiday; true: a make-up day */
                            open: boolean;
                            /** @description Of an opened day; default: an ordinary day */
                            intervals?: {
                                from: string;
                                /** @description Up to 24:00 */
                                to: string;
                            }[];
                            label?: string;
                        })[];
                        confirmYears?: number[];
                        doubtYears?: number[];
                        week?: {
                            [key: string]: {
                                from: string;
                                /** @description Up to 24:00 */
                                to: string;
                            }[];
                        };
                        zone?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Clocks it concerns, and some that would move */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPreview"];
                };
            };
        };
    };
    explainClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                id: string;
                clock: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Explanation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockExplanation"];
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                /** @description Name of a workflow, or several with commas */
                workflow?: string;
                /** @description active, done, cancelled; several with commas */
                status?: string;
                /** @description Key of a stage, such as `say`, or several with commas */
                stage?: string;
                /** @description A state that waits, as the desk and its counts name it */
                state?: string;
                /** @description `created` (default) and `changed`: newest first. `due`: what is due first first; only cases with a running clock */
                sort?: "created" | "changed" | "due";
                /** @description Only open cases with a clock that is past */
                overdue?: "true" | "false";
                /** @description Unit that is a party to the case, such as the department that does it */
                party?: string;
                /** @description Also how many fit in all */
                count?: "true" | "false";
                /** @description Unit the case belongs to, with everything below it */
                unit?: string;
                category?: string;
                /** @description Children of this case */
                parent?: string;
                /** @description Only cases I am a party to */
                mine?: "true" | "false";
                /** @description Cases this person, who has authorised me, is a party to; what they see of them */
                for?: string;
                /** @description With every case what I may do on it now */
                abilities?: "true" | "false";
                /** @description `key:value` of a number another system or the ledger knows the case by */
                lookup?: string;
                /** @description Words in the title */
                text?: string;
                /** @description Only cases with a clock due before this instant */
                dueBefore?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
        };
    };
    startCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "workflow": "issue",
                 *       "input": {
                 *         "danger": false,
                 *         "title": "12 号楼二单元楼道灯不亮",
                 *         "unit": "limin"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Name of the workflow */
                    workflow: string;
                    /**
                     * @description Input of the workflow, see GET /workflows/:name
                     * @default {}
                     */
                    input?: {
                        [key: string]: components["schemas"]["__schema0"];
                    };
                    /** @description Unit whose rules hold; default: the installation’s */
                    unit?: string;
                    /** @description Person it is done for, who has authorised me or whose word I enter as staff */
                    onBehalfOf?: string;
                };
            };
        };
        responses: {
            /** @description It existed already, or this key was used before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Started */
            201: {
                headers: {
                    /** @description Version of the case, for If-Match and If-None-Match */
                    ETag?: string;
                    /** @description The case */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    readCase: {
        parameters: {
            query?: {
                /** @description Person who has authorised me: the case as they see it, with what I may do for them */
                for?: string;
            };
            header?: {
                /** @description Answered with 304 when the case still has this ETag. */
                "if-none-match"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    /** @description Version of the case, for If-Match and If-None-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Not changed since the given ETag */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    actOnCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description ETag of the case as the caller saw it; another version is refused with 412. */
                "if-match"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "act": "addNote",
                 *       "input": {
                 *         "text": "已到现场，需更换灯具。",
                 *         "files": []
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Name of the act */
                    act: string;
                    /**
                     * @description Input of the act, see `abilities`
                     * @default {}
                     */
                    input?: {
                        [key: string]: components["schemas"]["__schema0"];
                    };
                    /** @description Person it is done for, who has authorised me or whose word I enter as staff */
                    onBehalfOf?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    /** @description Version of the case, for If-Match and If-None-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    readJournal: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                /** @description Person who has authorised me: the case as they see it, with what I may do for them */
                for?: string;
                /** @description Only entries after this number: what happened since that version */
                after?: number;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPage"];
                };
            };
        };
    };
    readAsOf: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
                /** @description Number of the journal entry */
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAsOf"];
                };
            };
        };
    };
    readPath: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries that moved it, in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePath"];
                };
            };
        };
    };
    drawCase: {
        parameters: {
            query?: {
                format?: "svg" | "mermaid" | "dot";
                /** @description Default: the language of the request */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Id of the case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chart as SVG, Mermaid or DOT */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
        };
    };
    listWorkflows: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All workflows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowList"];
                };
            };
        };
    };
    readWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Name of the workflow */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its acts, clocks and forms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
        };
    };
    drawWorkflow: {
        parameters: {
            query?: {
                format?: "svg" | "mermaid" | "dot";
                /** @description Default: the language of the request */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description Name of the workflow */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chart as SVG, Mermaid or DOT */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
        };
    };
    readDesk: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                workflow?: string;
                /** @description Only what waits in this state, as the counts name it */
                state?: string;
                /** @description Tasks of the units whose work I do that stand in this queue, due first */
                queue?: "toAccept" | "toAssign" | "underWay" | "toSign" | "dueSoon" | "overdue" | "toVerify";
                /** @description Person who has authorised me: what waits for them in person */
                for?: string;
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskPage"];
                };
            };
        };
    };
    listPublications: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                /** @description Only what addresses this unit or one below it */
                unit?: string;
                kind?: "news" | "notice";
                /** @description Also what was taken down */
                archive?: "true" | "false";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationPage"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Rows on a page, 1 to 200; default 50 */
                limit?: number;
                unread?: "true" | "false";
            };
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
        };
    };
    readMessages: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the request once and for all: sent again with the same body it answers as before. Kept 30 days. */
                "idempotency-key"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "m1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Messages I have read */
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Marked; those that are not mine are left alone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Me */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    watch: {
        parameters: {
            query?: {
                /** @description Only these cases; may be repeated */
                case?: string | string[];
            };
            header?: {
                /** @description Id of the last event received, `<case>:<version>`. */
                "last-event-id"?: string;
                /** @description Language of titles and details of errors; Chinese unless English is preferred. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Data of event `case` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Change"];
                };
            };
        };
    };
}
